// And, or and not without formulas: the stories that are in all, in at least one, or in none of these selections.
import { useState } from 'react'
import { bothFilters, tidyFilter } from '../../shared/domain/filter-parts.ts'
import type { StoryFilter } from '../../shared/domain/layer.ts'
import { useRead } from '../api/hooks.ts'
import { Button } from '../ui/button.tsx'
import { CheckboxGroup } from '../ui/checkbox.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { filterSentence, useKnown } from './rule-words.ts'

type How = 'all' | 'any' | 'none'
/** Stands for the filter as it is. */
const HERE = 'here'

export function CombineDialog({ filter, onChange, onClose }: { filter: StoryFilter, onChange: (filter: StoryFilter) => void, onClose: () => void }) {
  const known = useKnown()
  const { say, selections } = known
  const isBare = Object.keys(tidyFilter(filter)).length === 0
  const [how, setHow] = useState<How>(isBare ? 'any' : 'none')
  const [chosen, setChosen] = useState<string[]>(isBare ? [] : [HERE])
  const rules = chosen.map((id): StoryFilter => (id === HERE ? filter : { selections: [id] }))
  const next = how === 'all' ? rules.reduce(bothFilters, {}) : how === 'any' ? { any: rules } : { not: rules }
  const total = useRead('story.list', { filter: next, limit: 1 }, { when: chosen.length > 0, keepFormer: true }).data?.total
  return (
    <Dialog
      title={say('combine.title')} isOpen onClose={onClose}
      foot={<><Button onPress={onClose}>{say('answer.cancel')}</Button><Button look="primary" isDisabled={chosen.length === 0} onPress={() => { onChange(next); onClose() }}>{say('combine.act')}</Button></>}
    >
      <RadioGroup label={say('combine.how')} value={how} onChange={setHow} choices={(['all', 'any', 'none'] as const).map(id => ({ id, name: say(`combine.${id}`) }))} />
      <CheckboxGroup
        label={say('combine.of')} value={chosen} onChange={setChosen}
        choices={[...(isBare ? [] : [{ id: HERE, name: say('combine.here'), more: filterSentence(filter, known) }]), ...selections.map(({ id, name }) => ({ id, name }))]}
      />
      {chosen.length > 0 && <p className="filter-sentence" aria-live="polite">{filterSentence(next, known)}{total !== undefined && ` · ${say('filter.stories', { count: total })}`}</p>}
    </Dialog>
  )
}
