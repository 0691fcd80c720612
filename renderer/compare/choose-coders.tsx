// Whom one compares: two to eight people.
import { ChevronDown } from 'lucide-react'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { CheckboxGroup } from '../ui/checkbox.tsx'
import { CoderRing } from '../ui/coder-ring.tsx'
import { Popover } from '../ui/popover.tsx'
import type { Around } from './around.ts'
import { MOST_CODERS, peopleOf } from './choices.ts'

export function ChooseCoders({ around: { coders, work, compared, me, set } }: { around: Around }) {
  const say = useSay('compare')
  const chosen = compared.map(({ id }) => id)
  return (
    <Popover
      label={say('coders')}
      trigger={(
        <Button small icon={<ChevronDown aria-hidden />}>
          <span className="only-read-aloud">{say('coders')} </span>
          <span className="compare-rings">{compared.map(({ id, initials, name }) => <CoderRing key={id} small initials={initials} name={name} mine={id === me} />)}</span>
        </Button>
      )}
    >
      <div className="compare-choose">
        <CheckboxGroup
          label={say('coders')} hint={say('coders.hint')} value={chosen}
          choices={peopleOf(coders).map(({ id, name }) => ({
            id, name, more: say('coders.done', { count: work.get(id)?.done ?? 0 }), isDisabled: chosen.includes(id) ? chosen.length <= 2 : chosen.length >= MOST_CODERS
          }))}
          onChange={ids => set({ coders: ids })}
        />
      </div>
    </Popover>
  )
}
