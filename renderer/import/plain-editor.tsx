// Details of a column that holds no answer: how a date is written, which answers mean yes, why it is left out.
import { DateOrder, DropReason, type ColumnMapping } from '../../shared/importing/mapping.ts'
import { DATE_EXAMPLES } from '../../shared/importing/cell-values.ts'
import type { LookedAt } from '../../shared/contract/importing.ts'
import { useSay } from '../i18n/say.ts'
import { CheckboxGroup } from '../ui/checkbox.tsx'
import { Select } from '../ui/select.tsx'
import { editMapping } from './draft.ts'

export function PlainEditor({ meaning, table }: { meaning: ColumnMapping, table: LookedAt }) {
  const say = useSay('importing')
  const put = (changed: ColumnMapping): void => editMapping(mapping => ({ ...mapping, columns: mapping.columns.map(one => (one.column === changed.column ? changed : one)) }))
  switch (meaning.role) {
    case 'collectedOn': return <DateField value={meaning.date} onChange={date => put({ ...meaning, date })} />
    case 'consent': {
      const at = table.headings.findIndex(({ name }) => name === meaning.column)
      const said = [...new Set([...meaning.yes, ...table.sample.map(({ cells }) => (cells[at] ?? '').trim()).filter(cell => cell !== '')])]
      return (
        <CheckboxGroup
          label={say('consent.yes')} hint={say('consent.hint')} error={meaning.yes.length === 0 ? say('consent.none') : null}
          choices={said.map(value => ({ id: value, name: value }))} value={meaning.yes} onChange={yes => { if (yes.length > 0) put({ ...meaning, yes }) }}
        />
      )
    }
    case 'drop': return (
      <Select
        label={say('drop.why')} hint={say('drop.keep')} choices={DropReason.options.map(id => ({ id, name: say(`drop.${id}`) }))}
        value={meaning.reason} onChange={reason => put({ ...meaning, reason })}
      />
    )
    default: return null
  }
}

export function DateField({ value, onChange }: { value: DateOrder, onChange: (order: DateOrder) => void }) {
  const say = useSay('importing')
  return <Select label={say('date.order')} choices={DateOrder.options.map(id => ({ id, name: say(`date.${id}`), more: DATE_EXAMPLES[id] }))} value={value} onChange={onChange} />
}
