// The details of a question: its words, its options or the ends of its scale, what means "n.v.t.", and its columns.
import type { LookedAt } from '../../shared/contract/importing.ts'
import type { ColumnMapping, MappedSignifier, Mapping } from '../../shared/importing/mapping.ts'
import { sameQuestion } from '../../shared/importing/edit-mapping.ts'
import { useRead } from '../api/hooks.ts'
import { useSay } from '../i18n/say.ts'
import { RadioGroup } from '../ui/radio-group.tsx'
import { Select } from '../ui/select.tsx'
import { TextField } from '../ui/text-field.tsx'
import { editMapping } from './draft.ts'
import { LinesField } from './lines-field.tsx'
import { OptionList } from './option-list.tsx'
import { PartList } from './part-list.tsx'
import { putQuestion } from './parts.ts'
import { DateField } from './plain-editor.tsx'
import { MultiFields, PlaceFields } from './scale-fields.tsx'

export interface QuestionEditorProps { signifier: MappedSignifier, columns: ColumnMapping[], table: LookedAt, mapping: Mapping }

export function QuestionEditor({ signifier, columns, table, mapping }: QuestionEditorProps) {
  const say = useSay('importing')
  const put = (changed: MappedSignifier): void => editMapping(now => putQuestion(now, table, changed))
  return (
    <>
      <TextField label={say('question.title')} hint={say('question.title.hint')} value={signifier.title} onChange={title => put({ ...signifier, title })} lines={signifier.title.length > 70 ? 2 : 1} maxLength={1000} />
      <KnownQuestion signifier={signifier} mapping={mapping} />
      {signifier.kind === 'likert' && <HighEnd signifier={signifier} onChange={put} />}
      {'options' in signifier && <OptionList signifier={signifier} onChange={put} />}
      {signifier.kind === 'multi' && <MultiFields signifier={signifier} onChange={put} />}
      {(signifier.kind === 'slider' || signifier.kind === 'triad' || signifier.kind === 'stones') && <PlaceFields signifier={signifier} onChange={put} />}
      {signifier.kind === 'date' && <DateField value={signifier.date} onChange={date => put({ ...signifier, date })} />}
      {signifier.kind === 'text' && <LinkFields signifier={signifier} mapping={mapping} onChange={put} />}
      <LinesField label={say('question.na')} hint={say('question.na.hint', { words: mapping.file.na.join(', ') })} value={signifier.na} onChange={na => put({ ...signifier, na })} />
      <PartList signifier={signifier} columns={columns} table={table} mapping={mapping} />
    </>
  )
}

/** A second year under other headings: this is a question that the project knows already. Offered where it could be one. */
function KnownQuestion({ signifier, mapping }: { signifier: MappedSignifier, mapping: Mapping }) {
  const say = useSay('importing')
  const { key, kind } = signifier
  const known = useRead('signifier.list', {}).data ?? []
  const open = known.filter(one => one.kind === kind && (one.key === key || !mapping.signifiers.some(other => other.key === one.key)))
  if (open.length === 0) return null
  const isKnown = open.some(one => one.key === key)
  return (
    <Select
      label={say('known')} hint={say('known.hint')} value={isKnown ? `= ${key}` : '-'} isDisabled={isKnown && open.length === 1}
      choices={[...(isKnown ? [] : [{ id: '-', name: say('known.new') }]), ...open.map(one => ({ id: `= ${one.key}`, name: one.title }))]}
      onChange={id => { if (id !== '-') editMapping(now => sameQuestion(now, key, id.slice(2))) }}
    />
  )
}

type Of<K extends MappedSignifier['kind']> = Extract<MappedSignifier, { kind: K }>
export interface FieldsOf<K extends MappedSignifier['kind']> { signifier: Of<K>, onChange: (changed: MappedSignifier) => void }

function HighEnd({ signifier, onChange }: FieldsOf<'likert'>) {
  const say = useSay('importing')
  const ends = [signifier.options.at(-1)?.label ?? '', signifier.options[0]?.label ?? '']
  return (
    <RadioGroup
      label={say('likert.high')} hint={say('likert.high.hint')} value={signifier.highLast ? 'last' : 'first'} onChange={end => onChange({ ...signifier, highLast: end === 'last' })}
      choices={[{ id: 'last', name: say('likert.last', { option: ends[0]! }) }, { id: 'first', name: say('likert.first', { option: ends[1]! }) }]}
    />
  )
}

/** "Anders, namelijk": which question it belongs to, and which option its words tick. */
function LinkFields({ signifier, mapping, onChange }: FieldsOf<'text'> & { mapping: Mapping }) {
  const say = useSay('importing')
  const asked = mapping.signifiers.filter(one => 'options' in one)
  const linked = asked.find(({ key }) => key === signifier.linkedTo)
  const options = linked && 'options' in linked ? linked.options : []
  const none = { id: '-', name: say('link.none') }
  return (
    <div className="import-editor-row">
      <Select
        label={say('link.to')} choices={[none, ...asked.map(({ key, title }) => ({ id: `= ${key}`, name: title }))]} value={signifier.linkedTo === null ? '-' : `= ${signifier.linkedTo}`}
        onChange={id => onChange({ ...signifier, linkedTo: id === '-' ? null : id.slice(2), ticksOption: null })}
      />
      {linked && (
        <Select
          label={say('link.option')} hint={say('link.option.hint')} choices={[{ id: '-', name: say('link.noOption') }, ...options.map(({ key, label }) => ({ id: `= ${key}`, name: label }))]}
          value={signifier.ticksOption === null ? '-' : `= ${signifier.ticksOption}`} onChange={id => onChange({ ...signifier, ticksOption: id === '-' ? null : id.slice(2) })}
        />
      )}
    </div>
  )
}
