// Dividing the stories among coders: who takes part, how many two of them read, and what each would get; then it is done, and can be undone.
import { useState } from 'react'
import type { ProjectDetails } from '../../shared/contract/project.ts'
import type { Id } from '../../shared/domain/ids.ts'
import type { StoryFilter } from '../../shared/domain/layer.ts'
import { useRead, useWrite } from '../api/hooks.ts'
import { useCoders } from '../api/use-me.ts'
import { sayDone } from '../app/say-done.ts'
import { FilterChips } from '../filter/filter-chips.tsx'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox, CheckboxGroup } from '../ui/checkbox.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { NumberField } from '../ui/number-field.tsx'

/** Short enough to write down. */
const lot = () => crypto.getRandomValues(new Uint32Array(1))[0]! % 10_000

const READERS = new Set(['lead', 'researcher', 'coder'])

export function DivideDialog({ project, onClose }: { project: ProjectDetails, onClose: () => void }) {
  const say = useSay('coverage')
  const people = [...useCoders().values()].filter(({ role }) => READERS.has(role))
  const [chosen, setChosen] = useState<readonly Id[] | null>(null)
  const [overlap, setOverlap] = useState(20)
  const [keep, setKeep] = useState(false)
  const [filter, setFilter] = useState<StoryFilter>({})
  const [seed, setSeed] = useState(lot)
  const coders = chosen ?? people.map(({ id }) => id)
  const wish = { filter, coders: [...coders], overlap: coders.length > 1 ? overlap : 0, seed, keep }
  const plan = useRead('assignment.plan', wish, { when: coders.length > 0, keepFormer: true }).data
  const { write: divide, pending } = useWrite('assignment.divide')
  const doIt = async () => {
    const done = await divide(wish)
    if (!done.ok) return
    sayDone(say('divide.done', { count: done.value.stories }))
    onClose()
  }
  return (
    <Dialog
      title={say('divide.title')} isOpen onClose={onClose}
      foot={<><Button onPress={onClose}>{say('cancel')}</Button><Button look="primary" isDisabled={coders.length === 0 || !plan || plan.stories === 0 || pending} onPress={() => void doIt()}>{say('divide.do')}</Button></>}
    >
      <p>{say('divide.says')}</p>
      <FilterChips project={project} filter={filter} onChange={setFilter} />
      <CheckboxGroup label={say('divide.who')} choices={people.map(({ id, name }) => ({ id, name }))} value={coders} onChange={setChosen} />
      <NumberField label={say('divide.overlap')} hint={say('divide.overlap.hint')} value={overlap} minValue={0} maxValue={100} step={5} isDisabled={coders.length < 2} onChange={value => setOverlap(Number.isNaN(value) ? 0 : value)} />
      <Checkbox isSelected={keep} onChange={setKeep}>{say('divide.keep')}</Checkbox>
      {plan && coders.length > 0 && <Plan plan={plan} />}
      <NumberField label={say('divide.seed')} hint={say('divide.seed.hint')} value={seed} minValue={0} maxValue={2 ** 32 - 1} formatOptions={{ useGrouping: false }} onChange={value => { if (Number.isInteger(value)) setSeed(value) }} />
      <Button small look="quiet" onPress={() => setSeed(lot())}>{say('divide.again')}</Button>
    </Dialog>
  )
}

function Plan({ plan }: { plan: { stories: number, coders: readonly { coder: Id, stories: number, shared: number }[] } }) {
  const say = useSay('coverage')
  const coders = useCoders()
  return (
    <section aria-labelledby="divide-plan" className="coverage-plan">
      <h3 id="divide-plan">{say('plan', { count: plan.stories })}</h3>
      <ul>{plan.coders.map(({ coder, stories, shared }) => <li key={coder}>{say('plan.one', { name: coders.get(coder)?.name ?? '…', count: stories })}{shared > 0 && ` ${say('plan.shared', { count: shared })}`}</li>)}</ul>
    </section>
  )
}
