// The filter in words: a chip for each condition, and a menu to add one.
import { Filter } from 'lucide-react'
import { useState } from 'react'
import type { Code } from '../../shared/contract/code.ts'
import type { ProjectDetails } from '../../shared/contract/project.ts'
import type { Signifier } from '../../shared/contract/signifier.ts'
import type { Id } from '../../shared/domain/ids.ts'
import type { AnswerRule, StoryFilter } from '../../shared/domain/layer.ts'
import { useRead } from '../api/hooks.ts'
import { useCoders } from '../api/use-me.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import { Menu, type MenuAct, type MenuPart } from '../ui/menu.tsx'
import { AnswerFilter } from './answer-filter.tsx'
import { useRuleWords } from './rule-words.ts'

export interface FilterChipsProps {
  project: ProjectDetails
  filter: StoryFilter
  onChange: (filter: StoryFilter) => void
}

interface Condition { id: string, words: string, without: StoryFilter, colour?: number }

export function FilterChips({ project, filter, onChange }: FilterChipsProps) {
  const say = useSay('stories')
  const [asking, setAsking] = useState(false)
  const conditions = useConditions(project, filter)
  const signifiers = useRead('signifier.list', {}).data ?? []
  const add = (rule: AnswerRule) => onChange({ ...filter, answers: [...(filter.answers ?? []), rule] })
  return (
    <div className="story-filter">
      {conditions.map(({ id, words, without, colour }) => <Chip key={id} colour={colour} onRemove={() => onChange(without)}>{words}</Chip>)}
      <Menu
        label={say('filter.add')} parts={useParts(project, filter, signifiers, onChange, () => setAsking(true))}
        trigger={<Button look="quiet" small icon={<Filter aria-hidden />}>{say('filter')}</Button>}
      />
      {conditions.length > 1 && <Button look="quiet" small onPress={() => onChange({})}>{say('filter.clear')}</Button>}
      {asking && <AnswerFilter signifiers={signifiers} onAdd={add} onClose={() => setAsking(false)} />}
    </div>
  )
}

function useParts(project: ProjectDetails, filter: StoryFilter, signifiers: readonly Signifier[], onChange: FilterChipsProps['onChange'], ask: () => void): MenuPart[] {
  const say = useSay('stories')
  const act = (id: string, name: string, change: Partial<StoryFilter>): MenuAct => ({ id, name, onAct: () => onChange({ ...filter, ...change }) })
  const among = (list: readonly { id: Id, name: string, stories: number }[], chosen: readonly Id[] | undefined, key: 'groups' | 'waves') =>
    list.filter(({ id }) => !chosen?.includes(id)).map(({ id, name, stories }) => ({ ...act(id, name, { [key]: [...(chosen ?? []), id] }), more: say('filter.stories', { count: stories }) }))
  return [
    {
      heading: say('filter.work'),
      acts: [
        act('uncoded', say('filter.uncoded'), { uncodedByMe: true }), act('coded', say('filter.coded'), { uncodedByMe: false }),
        act('open', say('filter.notDone'), { doneByMe: false }), act('done', say('filter.done'), { doneByMe: true })
      ]
    },
    { heading: say('filter.group'), acts: project.groups.length > 1 ? among(project.groups, filter.groups, 'groups') : [] },
    { heading: say('filter.wave'), acts: project.waves.length > 1 ? among(project.waves, filter.waves, 'waves') : [] },
    { heading: say('filter.answers'), acts: signifiers.length > 0 ? [{ id: 'answer', name: say('filter.answer'), onAct: ask }] : [] }
  ].filter(part => part.acts.length > 0)
}

/** Each condition in words, with the filter as it is without it. */
function useConditions(project: ProjectDetails, filter: StoryFilter): Condition[] {
  const say = useSay('stories')
  const ruleWords = useRuleWords()
  const coders = useCoders()
  const codes = useRead('code.list', {}, { when: Boolean(filter.codes?.length) }).data ?? []
  const { groups = [], waves = [], answers = [], codes: wanted = [], codedBy, uncodedByMe, doneByMe } = filter
  const conditions: Condition[] = [
    ...groups.map(id => ({ id, words: nameOf(project.groups, id), without: { ...filter, groups: listWithout(groups, id) } })),
    ...waves.map(id => ({ id, words: nameOf(project.waves, id), without: { ...filter, waves: listWithout(waves, id) } })),
    ...wanted.map(id => codeCondition(codes, id, { ...filter, codes: listWithout(wanted, id) }, say('filter.code', { code: nameOf(codes, id) }))),
    ...answers.map((rule, at) => ({ id: `answer-${at}`, words: ruleWords(rule), without: { ...filter, answers: listWithout(answers, rule) } }))
  ]
  if (codedBy) conditions.push({ id: 'codedBy', words: say('filter.codedBy', { name: coders.get(codedBy)?.name ?? '…' }), without: { ...filter, codedBy: undefined } })
  if (uncodedByMe !== undefined) conditions.push({ id: 'uncoded', words: say(uncodedByMe ? 'filter.uncoded' : 'filter.coded'), without: { ...filter, uncodedByMe: undefined } })
  if (doneByMe !== undefined) conditions.push({ id: 'done', words: say(doneByMe ? 'filter.done' : 'filter.notDone'), without: { ...filter, doneByMe: undefined } })
  return conditions.map(condition => ({ ...condition, without: withoutEmpty(condition.without) }))
}

const codeCondition = (codes: readonly Code[], id: Id, without: StoryFilter, words: string): Condition =>
  ({ id, words, without, colour: codes.find(code => code.id === id)?.colour })

const nameOf = (list: readonly { id: Id, name: string }[], id: Id): string => list.find(each => each.id === id)?.name ?? '…'

function listWithout<T>(list: readonly T[], one: T): T[] | undefined {
  const rest = list.filter(each => each !== one)
  return rest.length > 0 ? rest : undefined
}

/** As it is kept and compared: conditions that are not there leave no trace. */
function withoutEmpty(filter: StoryFilter): StoryFilter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined))
}
