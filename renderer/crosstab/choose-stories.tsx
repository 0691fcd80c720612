// Which stories take part: groups, waves, what I have done, and answers.
import { useState } from 'react'
import { Filter } from 'lucide-react'
import type { AnswerRule, StoryFilter } from '../../shared/domain/layer.ts'
import type { Output } from '../../shared/contract/index.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox, CheckboxGroup } from '../ui/checkbox.tsx'
import { Chip } from '../ui/chip.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { Popover } from '../ui/popover.tsx'
import { Select } from '../ui/select.tsx'
import { conditions } from './choices.ts'
import type { Signifier } from './column-words.ts'

type Project = Output<'project.read'>
export interface ChooseStoriesProps { value: StoryFilter, project: Project, signifiers: readonly Signifier[], onChange: (filter: StoryFilter) => void }

export function ChooseStories({ value, project, signifiers, onChange }: ChooseStoriesProps) {
  const say = useSay('crosstab')
  const count = conditions(value)
  /** A part that picks nothing is no condition: it leaves the filter. */
  const set = (part: StoryFilter) => {
    const next = { ...value, ...part }
    onChange(Object.fromEntries(Object.entries(next).filter(([, one]) => one !== undefined && !(Array.isArray(one) && one.length === 0))))
  }
  return (
    <div className="ui-field">
      <span className="ui-label" id="crosstab-stories">{say('filter')}</span>
      <Popover
        label={say('filter')}
        trigger={<Button aria-describedby="crosstab-stories" icon={<Filter aria-hidden />}>{count === 0 ? say('filter.all') : say('filter.on', { count })}</Button>}
      >
        <div className="crosstab-settings is-tall">
          {project.groups.length > 0 && <CheckboxGroup label={say('filter.groups')} choices={project.groups} value={value.groups ?? []} onChange={groups => set({ groups })} />}
          {project.waves.length > 0 && <CheckboxGroup label={say('filter.waves')} choices={project.waves} value={value.waves ?? []} onChange={waves => set({ waves })} />}
          <Checkbox isSelected={value.doneByMe === true} onChange={isOn => set({ doneByMe: isOn ? true : undefined })}>{say('filter.done')}</Checkbox>
          <AnswerRules rules={value.answers ?? []} signifiers={signifiers} onChange={answers => set({ answers })} />
          {count > 0 && <Button look="quiet" onPress={() => onChange({})}>{say('filter.clear')}</Button>}
        </div>
      </Popover>
    </div>
  )
}

function AnswerRules({ rules, signifiers, onChange }: { rules: readonly AnswerRule[], signifiers: readonly Signifier[], onChange: (rules: AnswerRule[]) => void }) {
  const say = useSay('crosstab')
  const format = useFormats()
  const usable = signifiers.filter(({ kind }) => RANGED.has(kind) || OPTIONED.has(kind))
  const [question, setQuestion] = useState<string | null>(null)
  const signifier = usable.find(({ id }) => id === question)
  if (usable.length === 0) return null
  const words = (rule: AnswerRule): string => {
    const of = signifiers.find(({ id }) => id === rule.signifier)
    const title = of?.title ?? '?'
    if (rule.is === 'options') return `${title}: ${format.list(of?.options.filter(({ id }) => rule.options.includes(id)).map(({ name }) => name) ?? [])}`
    if (rule.is === 'range') return `${title}${of?.kind === 'triad' ? ` (${of.anchors[rule.part] ?? ''})` : ''}: ${rule.from ?? '…'}–${rule.to ?? '…'}`
    return `${title}: ${say(`face.${rule.is}`)}`
  }
  return (
    <section className="crosstab-answers" aria-label={say('filter.answers')}>
      <h3>{say('filter.answers')}</h3>
      {rules.map((rule, at) => <Chip key={words(rule)} onRemove={() => onChange(rules.filter((_, other) => other !== at))}>{words(rule)}</Chip>)}
      <Select label={say('filter.question')} choices={usable.map(({ id, title }) => ({ id, name: title }))} value={question} onChange={setQuestion} />
      {signifier && <NewRule key={signifier.id} signifier={signifier} onAdd={rule => { onChange([...rules, rule]); setQuestion(null) }} />}
    </section>
  )
}

const RANGED = new Set(['slider', 'number', 'triad'])
const OPTIONED = new Set(['choice', 'multi', 'likert'])

function NewRule({ signifier, onAdd }: { signifier: Signifier, onAdd: (rule: AnswerRule) => void }) {
  const say = useSay('crosstab')
  const [options, setOptions] = useState<string[]>([])
  const [part, setPart] = useState('0')
  const [from, setFrom] = useState(signifier.kind === 'number' ? NaN : 0)
  const [to, setTo] = useState(signifier.kind === 'number' ? NaN : 100)
  const bound = (value: number): number | null => (Number.isNaN(value) ? null : value)
  if (OPTIONED.has(signifier.kind)) {
    return (
      <>
        <CheckboxGroup label={say('filter.options')} choices={signifier.options} value={options} onChange={setOptions} />
        <Button isDisabled={options.length === 0} onPress={() => onAdd({ is: 'options', signifier: signifier.id, options })}>{say('filter.add')}</Button>
      </>
    )
  }
  return (
    <>
      {signifier.kind === 'triad' && (
        <Select label={say('filter.part')} choices={[0, 1, 2].map(at => ({ id: String(at), name: signifier.anchors[at] ?? String(at + 1) }))} value={part} onChange={setPart} />
      )}
      <div className="crosstab-range">
        <NumberField label={say('filter.from')} value={from} onChange={setFrom} />
        <NumberField label={say('filter.to')} value={to} onChange={setTo} />
      </div>
      <Button onPress={() => onAdd({ is: 'range', signifier: signifier.id, part: Number(part), from: bound(from), to: bound(to) })}>{say('filter.add')}</Button>
    </>
  )
}
