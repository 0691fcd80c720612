// Picks stories by what their tellers answered: a question, and then options or a stretch of its scale.
import { useState } from 'react'
import type { Signifier } from '../../shared/contract/signifier.ts'
import type { Id } from '../../shared/domain/ids.ts'
import type { AnswerRule } from '../../shared/domain/answer-rule.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { CheckboxGroup } from '../ui/checkbox.tsx'
import { ComboBox } from '../ui/combo-box.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { Select } from '../ui/select.tsx'
import { TextField } from '../ui/text-field.tsx'

export interface AnswerFilterProps {
  signifiers: readonly Signifier[]
  onAdd: (rule: AnswerRule) => void
  onClose: () => void
}

const CHOSEN = new Set<Signifier['kind']>(['choice', 'multi', 'likert'])

export function AnswerFilter({ signifiers, onAdd, onClose }: AnswerFilterProps) {
  const say = useSay('filter')
  const usable = signifiers.filter(({ kind }) => kind !== 'date')
  const [wanted, setWanted] = useState<Id | null>(usable[0]?.id ?? null)
  const signifier = usable.find(({ id }) => id === wanted)
  const [rule, setRule] = useState<AnswerRule | null>(null)
  const choose = (id: Id | null) => { setWanted(id); setRule(null) }
  const add = () => { if (rule) { onAdd(rule); onClose() } }
  return (
    <Dialog
      title={say('answer.title')} isOpen onClose={onClose}
      foot={<><Button onPress={onClose}>{say('answer.cancel')}</Button><Button look="primary" isDisabled={!rule} onPress={add}>{say('answer.add')}</Button></>}
    >
      <ComboBox label={say('answer.question')} choices={usable.map(({ id, title }) => ({ id, name: title }))} value={wanted} onChange={choose} />
      {signifier && <RuleFields key={signifier.id} signifier={signifier} onRule={setRule} />}
    </Dialog>
  )
}

interface FieldsProps { signifier: Signifier, onRule: (rule: AnswerRule | null) => void }
type Sort = 'value' | 'none' | 'na' | 'blank' | 'notAsked'

function RuleFields({ signifier, onRule }: FieldsProps) {
  const say = useSay('filter')
  const hasValues = signifier.kind !== 'date'
  const isText = signifier.kind === 'text'
  const [sort, setSort] = useState<Sort | null>(hasValues ? 'value' : null)
  const choices = [
    ...(hasValues ? [{ id: 'value' as const, name: say(valueWords(signifier)) }] : []),
    ...(signifier.kind === 'multi' ? [{ id: 'none' as const, name: say('answer.none') }] : []),
    ...(isText ? [] : [{ id: 'na' as const, name: say('rule.na') }]), { id: 'blank' as const, name: say('rule.blank') },
    ...(signifier.wordings.length > 0 ? [{ id: 'notAsked' as const, name: say('answer.notAsked') }] : [])
  ]
  const choose = (next: Sort) => {
    setSort(next)
    onRule(next !== 'value' ? { is: next, signifier: signifier.id } : isText ? { is: 'text', signifier: signifier.id, words: null } : null)
  }
  return (
    <>
      <RadioGroup label={say('answer.which')} choices={choices} value={sort} onChange={choose} />
      {sort === 'value' && <ValueFields signifier={signifier} onRule={onRule} />}
    </>
  )
}

function valueWords({ kind }: Signifier): 'answer.options' | 'answer.range' | 'answer.text' | 'answer.field' {
  if (CHOSEN.has(kind)) return 'answer.options'
  return kind === 'text' ? 'answer.text' : kind === 'stones' ? 'answer.field' : 'answer.range'
}

function ValueFields(props: FieldsProps) {
  if (CHOSEN.has(props.signifier.kind)) return <OptionFields {...props} />
  return props.signifier.kind === 'text' ? <WordsField {...props} /> : props.signifier.kind === 'stones' ? <StoneFields {...props} /> : <RangeFields {...props} />
}

function WordsField({ signifier, onRule }: FieldsProps) {
  const say = useSay('filter')
  const [words, setWords] = useState('')
  return <TextField label={say('answer.words')} value={words} maxLength={200} onChange={next => { setWords(next); onRule({ is: 'text', signifier: signifier.id, words: next.trim() || null }) }} />
}

/** A quarter of the picture (or a half of its line) by the words at its ends. */
function StoneFields({ signifier, onRule }: FieldsProps) {
  const say = useSay('filter')
  const [left = '', right = '', bottom, top] = signifier.anchors
  const halves = [{ from: 0, to: 50 }, { from: 50, to: 100 }] as const
  const fields = bottom === undefined
    ? halves.map((x, at) => ({ id: String(at), name: [left, right][at]!, x, y: null }))
    : halves.flatMap((y, up) => halves.map((x, along) => ({ id: `${up}${along}`, name: `${[left, right][along]} · ${[bottom, top][up]}`, x, y })))
  const [chosen, setChosen] = useState({ stone: signifier.stones[0]?.id ?? null, field: null as string | null })
  const change = (next: Partial<typeof chosen>) => {
    const now = { ...chosen, ...next }
    setChosen(now)
    const field = fields.find(({ id }) => id === now.field)
    onRule(field && now.stone ? { is: 'field', signifier: signifier.id, stone: now.stone, x: field.x, y: field.y } : null)
  }
  return (
    <>
      <Select label={say('answer.stone')} choices={signifier.stones} value={chosen.stone} onChange={stone => change({ stone })} />
      <RadioGroup label={say('answer.field')} choices={fields.map(({ id, name }) => ({ id, name }))} value={chosen.field} onChange={field => change({ field })} />
    </>
  )
}

function OptionFields({ signifier, onRule }: FieldsProps) {
  const say = useSay('filter')
  const [options, setOptions] = useState<Id[]>([])
  const change = (ids: Id[]) => {
    setOptions(ids)
    onRule(ids.length > 0 ? { is: 'options', signifier: signifier.id, options: ids } : null)
  }
  return <CheckboxGroup label={say('answer.options')} labelHidden choices={signifier.options} value={options} onChange={change} />
}

function RangeFields({ signifier, onRule }: FieldsProps) {
  const say = useSay('filter')
  const [range, setRange] = useState({ part: 0, from: Number.NaN, to: Number.NaN })
  const change = (next: Partial<typeof range>) => {
    const { part, from, to } = { ...range, ...next }
    setRange({ part, from, to })
    const bounds = { from: Number.isNaN(from) ? null : from, to: Number.isNaN(to) ? null : to }
    const isEmpty = bounds.from === null && bounds.to === null
    onRule(isEmpty || (bounds.from ?? -Infinity) > (bounds.to ?? Infinity) ? null : { is: 'range', signifier: signifier.id, part, ...bounds })
  }
  const limits = signifier.kind === 'number' ? {} : { minValue: 0, maxValue: 100 }
  return (
    <>
      {signifier.kind === 'triad' && (
        <Select
          label={say('answer.corner')} value={String(range.part)} onChange={part => change({ part: Number(part) })}
          choices={signifier.anchors.map((name, at) => ({ id: String(at), name }))}
        />
      )}
      <div className="story-filter-range">
        <NumberField label={say('answer.from')} value={range.from} onChange={from => change({ from })} {...limits} />
        <NumberField label={say('answer.to')} value={range.to} onChange={to => change({ to })} {...limits} />
      </div>
      {signifier.kind === 'slider' && <p className="ui-hint">{say('answer.ends', { left: signifier.anchors[0] ?? '', right: signifier.anchors[1] ?? '' })}</p>}
    </>
  )
}
