// Picks stories by what their tellers answered: a question, and then options or a stretch of its scale.
import { useState } from 'react'
import type { Signifier } from '../../shared/contract/signifier.ts'
import type { Id } from '../../shared/domain/ids.ts'
import type { AnswerRule } from '../../shared/domain/layer.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { CheckboxGroup } from '../ui/checkbox.tsx'
import { ComboBox } from '../ui/combo-box.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { Select } from '../ui/select.tsx'

export interface AnswerFilterProps {
  signifiers: readonly Signifier[]
  onAdd: (rule: AnswerRule) => void
  onClose: () => void
}

const CHOSEN = new Set<Signifier['kind']>(['choice', 'multi', 'likert'])
const MEASURED = new Set<Signifier['kind']>(['slider', 'triad', 'number'])

export function AnswerFilter({ signifiers, onAdd, onClose }: AnswerFilterProps) {
  const say = useSay('stories')
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

type Sort = 'value' | 'na' | 'blank'

function RuleFields({ signifier, onRule }: { signifier: Signifier, onRule: (rule: AnswerRule | null) => void }) {
  const say = useSay('stories')
  const hasValues = CHOSEN.has(signifier.kind) || MEASURED.has(signifier.kind)
  const [sort, setSort] = useState<Sort | null>(hasValues ? 'value' : null)
  const choices = [
    ...(hasValues ? [{ id: 'value' as const, name: say(CHOSEN.has(signifier.kind) ? 'answer.options' : 'answer.range') }] : []),
    { id: 'na' as const, name: say('rule.na') }, { id: 'blank' as const, name: say('rule.blank') }
  ]
  const choose = (next: Sort) => {
    setSort(next)
    onRule(next === 'value' ? null : { is: next, signifier: signifier.id })
  }
  return (
    <>
      <RadioGroup label={say('answer.which')} choices={choices} value={sort} onChange={choose} />
      {sort === 'value' && (CHOSEN.has(signifier.kind) ? <OptionFields signifier={signifier} onRule={onRule} /> : <RangeFields signifier={signifier} onRule={onRule} />)}
    </>
  )
}

function OptionFields({ signifier, onRule }: { signifier: Signifier, onRule: (rule: AnswerRule | null) => void }) {
  const say = useSay('stories')
  const [options, setOptions] = useState<Id[]>([])
  const change = (ids: Id[]) => {
    setOptions(ids)
    onRule(ids.length > 0 ? { is: 'options', signifier: signifier.id, options: ids } : null)
  }
  return <CheckboxGroup label={say('answer.options')} labelHidden choices={signifier.options} value={options} onChange={change} />
}

function RangeFields({ signifier, onRule }: { signifier: Signifier, onRule: (rule: AnswerRule | null) => void }) {
  const say = useSay('stories')
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
