// Whose codings count and which stories: the two choices that every view of the cross-table shares.
import type { Layer } from '../../shared/domain/layer.ts'
import { FilterChips } from '../filter/filter-chips.tsx'
import { useSay } from '../i18n/say.ts'
import { Select } from '../ui/select.tsx'
import type { Around } from './around.ts'
import type { Choices } from './choices.ts'

export interface ScopeControlsProps extends Pick<Around, 'project' | 'coders'> { choices: Choices, onChange: (part: Partial<Choices>) => void }

export function LayerChoice({ choices, project, coders, onChange }: ScopeControlsProps) {
  const say = useSay('crosstab')
  const layers = [
    { id: 'all', name: say('layer.all') }, ...(project.hasConsensus ? [{ id: 'consensus', name: say('layer.consensus') }] : []),
    ...coders.filter(({ role }) => role !== 'consensus').map(({ id, name }) => ({ id, name }))
  ]
  const layer = (id: string): Layer => (id === 'all' || id === 'consensus' ? { is: id } : { is: 'coder', coder: id })
  return <Select label={say('layer')} choices={layers} value={choices.layer.is === 'coder' ? choices.layer.coder : choices.layer.is} onChange={id => onChange({ layer: layer(id) })} />
}

export function StoriesChoice({ choices, project, onChange }: Omit<ScopeControlsProps, 'coders'>) {
  const say = useSay('crosstab')
  return (
    <div className="ui-field crosstab-filter">
      <span className="ui-label">{say('filter')}</span>
      <FilterChips project={project} filter={choices.filter} onChange={filter => onChange({ filter })} />
    </div>
  )
}
