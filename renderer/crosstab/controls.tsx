// The line of choices above the table.
import type { Crosstab } from '../../shared/contract/crosstab.ts'
import type { Layer } from '../../shared/domain/layer.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { RadioGroup } from '../ui/radio-group.tsx'
import { Select } from '../ui/select.tsx'
import { ChooseColumns } from './choose-columns.tsx'
import { ChooseRows } from './choose-rows.tsx'
import { ChooseStories } from './choose-stories.tsx'
import type { Choices, Sort } from './choices.ts'
import { columnWords, type Signifier } from './column-words.ts'
import type { Around } from './crosstab-page.tsx'

export interface ControlsProps extends Around { choices: Choices, table: Crosstab | undefined, signifier: Signifier | null, onChange: (part: Partial<Choices>) => void }

export function Controls({ choices, table, signifier, project, codes, signifiers, coders, onChange }: ControlsProps) {
  const say = useSay('crosstab')
  const format = useFormats()
  const layers = [
    { id: 'all', name: say('layer.all') }, ...(project.hasConsensus ? [{ id: 'consensus', name: say('layer.consensus') }] : []),
    ...coders.filter(({ role }) => role !== 'consensus').map(({ id, name }) => ({ id, name }))
  ]
  const layer = (id: string): Layer => (id === 'all' || id === 'consensus' ? { is: id } : { is: 'coder', coder: id })
  const sorted = choices.sort.is === 'column' ? table?.columns.find(({ key }) => choices.sort.is === 'column' && key === choices.sort.column) : undefined
  const orders = [
    ...(['codebook', 'name', 'total', 'chance'] as const).map(id => ({ id, name: say(`sort.${id}`) })),
    ...(sorted ? [{ id: 'column', name: say('sort.column', { column: columnWords(sorted, { say, format, signifier }) }) }] : [])
  ]
  return (
    <div className="crosstab-controls">
      <ChooseColumns value={choices.columns!} signifiers={signifiers} project={project} onChange={columns => onChange({ columns, measure: '', ...(choices.sort.is === 'column' ? { sort: { is: 'codebook' } } : {}) })} />
      <ChooseRows value={choices.rows} codes={codes} onChange={rows => onChange({ rows })} />
      <ChooseStories value={choices.filter} project={project} signifiers={signifiers} onChange={filter => onChange({ filter })} />
      <RadioGroup label={say('unit')} asBar choices={(['story', 'fragment', 'coding'] as const).map(id => ({ id, name: say(`unit.${id}`) }))} value={choices.unit} onChange={unit => onChange({ unit, ...(unit !== 'story' && choices.show === 'column' ? { show: 'count' } : {}) })} />
      <Select label={say('layer')} choices={layers} value={choices.layer.is === 'coder' ? choices.layer.coder : choices.layer.is} onChange={id => onChange({ layer: layer(id) })} />
      <RadioGroup
        label={say('show')} asBar choices={(['count', 'row', 'column'] as const).map(id => ({ id, name: say(`show.${id}`), isDisabled: id === 'column' && choices.unit !== 'story' }))}
        value={choices.show} onChange={show => onChange({ show })}
      />
      <Select label={say('sort')} choices={orders} value={choices.sort.is === 'column' && !sorted ? 'codebook' : choices.sort.is} onChange={is => { if (is !== 'column') onChange({ sort: { is } as Sort }) }} />
    </div>
  )
}
