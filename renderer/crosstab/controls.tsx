// What is counted: the line of choices above the table.
import type { Layer } from '../../shared/domain/layer.ts'
import { FilterChips } from '../filter/filter-chips.tsx'
import { useSay } from '../i18n/say.ts'
import { RadioGroup } from '../ui/radio-group.tsx'
import { Select } from '../ui/select.tsx'
import { ChooseColumns } from './choose-columns.tsx'
import { ChooseRows } from './choose-rows.tsx'
import type { Choices } from './choices.ts'
import type { Around } from './around.ts'

export interface ControlsProps extends Around { choices: Choices, onChange: (part: Partial<Choices>) => void }

export function Controls({ choices, project, codes, signifiers, coders, onChange }: ControlsProps) {
  const say = useSay('crosstab')
  const layers = [
    { id: 'all', name: say('layer.all') }, ...(project.hasConsensus ? [{ id: 'consensus', name: say('layer.consensus') }] : []),
    ...coders.filter(({ role }) => role !== 'consensus').map(({ id, name }) => ({ id, name }))
  ]
  const layer = (id: string): Layer => (id === 'all' || id === 'consensus' ? { is: id } : { is: 'coder', coder: id })
  return (
    <div className="crosstab-controls">
      <ChooseColumns value={choices.columns!} signifiers={signifiers} project={project} onChange={columns => onChange({ columns, measure: '', ...(choices.sort.is === 'column' ? { sort: { is: 'codebook' } } : {}) })} />
      <ChooseRows value={choices.rows} codes={codes} onChange={rows => onChange({ rows })} />
      <RadioGroup label={say('unit')} asBar choices={(['story', 'fragment', 'coding'] as const).map(id => ({ id, name: say(`unit.${id}`) }))} value={choices.unit} onChange={unit => onChange({ unit, ...(unit !== 'story' && choices.show === 'column' ? { show: 'count' } : {}) })} />
      <Select label={say('layer')} choices={layers} value={choices.layer.is === 'coder' ? choices.layer.coder : choices.layer.is} onChange={id => onChange({ layer: layer(id) })} />
      <div className="ui-field crosstab-filter">
        <span className="ui-label">{say('filter')}</span>
        <FilterChips project={project} filter={choices.filter} onChange={filter => onChange({ filter })} />
      </div>
    </div>
  )
}
