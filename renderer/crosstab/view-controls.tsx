// How the table is shown: numbers or percentages, and in which order.
import { SlidersHorizontal } from 'lucide-react'
import type { Crosstab } from '../../shared/contract/crosstab.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { Popover } from '../ui/popover.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { Select } from '../ui/select.tsx'
import type { Choices, Sort } from './choices.ts'
import { columnWords, type Signifier } from './column-words.ts'

const FACES = ['spread', 'means', 'study'] as const
const SHOWS = ['count', 'row', 'column', 'per100', 'per1000', 'residual'] as const

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
      <RadioGroup
        label={say('face')} labelHidden asBar choices={FACES.filter(id => id !== 'means' || table.measures.length > 0).map(id => ({ id, name: say(`face.${id}`) }))}
        value={choices.face} onChange={face => onChange({ face })}
      />
      {choices.face === 'spread' && (
        <Select label={say('show')} choices={SHOWS.filter(id => id !== 'column' || choices.unit === 'story').map(id => ({ id, name: say(`show.${id}`) }))} value={choices.show} onChange={show => onChange({ show })} />
      )}
      <Select label={say('sort')} choices={orders} value={choices.sort.is === 'column' && !sorted ? 'codebook' : choices.sort.is} onChange={is => { if (is !== 'column') onChange({ sort: { is } as Sort }) }} />
      <Popover label={say('settings')} placement="bottom end" trigger={<Button look="quiet" icon={<SlidersHorizontal aria-hidden />}>{say('settings')}</Button>}>
        <div className="crosstab-settings">
          {choices.face === 'spread' && <Checkbox isSelected={choices.turned} onChange={turned => onChange({ turned })}>{say('turned')}</Checkbox>}
          <RadioGroup
            label={say('adjust')} choices={(['holm', 'bh'] as const).map(id => ({ id, name: say(`adjust.${id}`), more: say(`adjust.${id}.more`) }))} value={choices.adjust}
            onChange={adjust => onChange({ adjust })}
          />
          <RadioGroup
            label={say('rule')} choices={(['literal', 'squared'] as const).map(id => ({ id, name: say(`rule.${id}`), more: say(`rule.${id}.more`) }))} value={choices.rule}
            onChange={rule => onChange({ rule })}
          />
        </div>
      </Popover>
    </div>
  )
}
