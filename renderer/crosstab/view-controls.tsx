// How the table is shown: numbers or percentages, and in which order.
import type { Crosstab } from '../../shared/contract/crosstab.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { RadioGroup } from '../ui/radio-group.tsx'
import { Select } from '../ui/select.tsx'
import type { Choices, Sort } from './choices.ts'
import { columnWords, type Signifier } from './column-words.ts'

export interface ViewControlsProps { choices: Choices, table: Crosstab, signifier: Signifier | null, onChange: (part: Partial<Choices>) => void }

export function ViewControls({ choices, table, signifier, onChange }: ViewControlsProps) {
  const say = useSay('crosstab')
  const format = useFormats()
  const sorted = choices.sort.is === 'column' ? table.columns.find(({ key }) => choices.sort.is === 'column' && key === choices.sort.column) : undefined
  const orders = [
    ...(['codebook', 'name', 'total', 'chance'] as const).map(id => ({ id, name: say(`sort.${id}`) })),
    ...(sorted ? [{ id: 'column', name: say('sort.column', { column: columnWords(sorted, { say, format, signifier }) }) }] : [])
  ]
  return (
    <div>
      {/* No tab panel: it walks all its cells for something to focus whenever one of them changes. */}
      {table.measures.length > 0 && (
        <RadioGroup label={say('face')} labelHidden asBar choices={(['spread', 'means'] as const).map(id => ({ id, name: say(`face.${id}`) }))} value={choices.face} onChange={face => onChange({ face })} />
      )}
      <RadioGroup
        label={say('show')} asBar choices={(['count', 'row', 'column'] as const).map(id => ({ id, name: say(`show.${id}`), isDisabled: id === 'column' && choices.unit !== 'story' }))}
        value={choices.show} onChange={show => onChange({ show })}
      />
      <Select label={say('sort')} choices={orders} value={choices.sort.is === 'column' && !sorted ? 'codebook' : choices.sort.is} onChange={is => { if (is !== 'column') onChange({ sort: { is } as Sort }) }} />
    </div>
  )
}
