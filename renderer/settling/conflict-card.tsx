// One thing that was changed twice: every value with whose it is and when, and keeping one of them.
import type { Conflict, ConflictChoice } from '../../shared/contract/conflict.ts'
import { useWrite } from '../api/hooks.ts'
import { useAllCoders } from '../api/use-me.ts'
import { storyRoute } from '../app/route.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay, type Say } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'

const THINGS = new Set(['project', 'coder', 'story_group', 'wave', 'signifier', 'option', 'stone', 'code', 'coding', 'memo', 'view', 'story', 'theme', 'theme_part', 'theme_verdict', 'talk', 'expectation', 'register'] as const)
const FIELDS = new Set([
  'name', 'title', 'question', 'language', 'blind', 'initials', 'colour', 'role', 'background', 'statement', 'definition', 'include', 'exclude', 'flag', 'parent', 'retired',
  'mergedInto', 'removed', 'code', 'start', 'body', 'private', 'released', 'concept', 'inside', 'outside', 'tensions', 'counter', 'phase', 'side', 'note', 'verdict', 'position', 'agreement', 'outcome', 'words', 'stopWords', 'suggestions'
] as const)
type Thing = typeof THINGS extends Set<infer T> ? T : never
type FieldName = typeof FIELDS extends Set<infer T> ? T : never

export function ConflictCard({ conflict, mayCode }: { conflict: Conflict, mayCode: boolean }) {
  const say = useSay('merging')
  const { write: settle, pending } = useWrite('conflict.settle')
  const { entity, id, name, story, choices, mayISettle } = conflict
  const thing = say(`thing.${THINGS.has(entity as Thing) ? entity as Thing : 'other'}`, { name })
  const field = choices[0]!.values[0]?.field ?? ''
  const what = say(`field.${FIELDS.has(field as FieldName) ? field as FieldName : 'other'}`)
  return (
    <article className="settling-card">
      <h3>{thing} · {what}{story && <> · <a href={storyRoute(story)}>{say('story')}</a></>}</h3>
      <ul className="settling-choices">
        {choices.map(choice => (
          <Choice key={choice.stamp} choice={choice} onKeep={mayISettle && mayCode && !pending ? () => void settle({ entity, id, stamp: choice.stamp }) : null} />
        ))}
      </ul>
      {!mayISettle && <p className="ui-hint">{say('conflict.notYours')}</p>}
    </article>
  )
}

function Choice({ choice, onKeep }: { choice: ConflictChoice, onKeep: (() => void) | null }) {
  const say = useSay('merging')
  const format = useFormats()
  const coders = useAllCoders()
  const value = wordsOf(choice, say)
  const name = (choice.coder && coders.get(choice.coder)?.name) ?? say('somebody')
  return (
    <li className="settling-choice">
      <p className="settling-value">{value}</p>
      <p className="settling-by">{say('conflict.by', { name, when: format.moment(choice.at) })} {choice.stands && <Chip>{say('conflict.stands')}</Chip>}</p>
      {onKeep && <Button small look={choice.stands ? 'plain' : 'quiet'} aria-label={say('conflict.keep.one', { value })} onPress={onKeep}>{say('conflict.keep')}</Button>}
    </li>
  )
}

/** The words of a passage where it is about a place; else the value as one would say it. */
function wordsOf({ quote, values }: ConflictChoice, say: Say<'merging'>): string {
  if (quote !== null) return `“${quote}”`
  const { value, name } = values[0] ?? { value: null, name: null }
  if (name) return name
  if (typeof value === 'boolean') return say(value ? 'value.yes' : 'value.no')
  return value === null || value === '' ? say('value.empty') : String(value)
}
