// What is counted: the line of choices above the table.
import type { ReactNode } from 'react'
import { useSay } from '../i18n/say.ts'
import { RadioGroup } from '../ui/radio-group.tsx'
import { ChooseColumns } from './choose-columns.tsx'
import { ChooseRows } from './choose-rows.tsx'
import type { Choices } from './choices.ts'
import { LayerChoice, StoriesChoice } from './scope-controls.tsx'
import type { Around } from './around.ts'

export interface ControlsProps extends Around { choices: Choices, onChange: (part: Partial<Choices>) => void, /** What one does with the table. */ children: ReactNode }

export function Controls({ choices, project, codes, signifiers, coders, themes, onChange, children }: ControlsProps) {
  const say = useSay('crosstab')
  return (
    <div className="crosstab-controls">
      <ChooseColumns value={choices.columns!} signifiers={signifiers} project={project} onChange={columns => onChange({ columns, measure: '', ...(choices.sort.is === 'column' ? { sort: { is: 'codebook' } } : {}) })} />
      <ChooseRows value={choices.rows} codes={codes} themes={themes} onChange={rows => onChange({ rows })} />
      <RadioGroup label={say('unit')} asBar choices={(['story', 'fragment', 'coding'] as const).map(id => ({ id, name: say(`unit.${id}`) }))} value={choices.unit} onChange={unit => onChange({ unit, ...(unit !== 'story' && choices.show === 'column' ? { show: 'count' } : {}) })} />
      <LayerChoice choices={choices} project={project} coders={coders} onChange={onChange} />
      <div className="crosstab-acts">{children}</div>
      <StoriesChoice choices={choices} project={project} onChange={onChange} />
    </div>
  )
}
