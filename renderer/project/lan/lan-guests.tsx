// The colleagues who came in, who of them is here now, and putting one out.
import type { Output } from '../../../shared/contract/index.ts'
import type { Guest } from '../../../shared/contract/lan.ts'
import { useLanAct } from '../../api/lan.ts'
import { useFormats } from '../../i18n/format.ts'
import { useSay } from '../../i18n/say.ts'
import { Button } from '../../ui/button.tsx'
import { CoderRing } from '../../ui/coder-ring.tsx'
import { sayInPassing } from '../../ui/toast.tsx'

export function LanGuests({ guests, coders, mayChange }: { guests: Guest[], coders: Output<'coder.list'>, mayChange: boolean }) {
  const say = useSay('lan')
  const formats = useFormats()
  const { write: remove } = useLanAct('lan.remove')
  const putOut = async (guest: Guest, name: string): Promise<void> => {
    if ((await remove({ guest: guest.guest })).ok) sayInPassing({ says: say('guests.removed', { name }) })
  }
  return (
    <section>
      <h3>{say('guests')}</h3>
      {guests.length === 0 && <p className="ui-hint">{say('guests.none')}</p>}
      <ul className="lan-list">
        {guests.map(guest => {
          const coder = coders.find(({ id }) => id === guest.coder)
          const name = coder?.name ?? '…'
          return (
            <li key={guest.guest}>
              <CoderRing initials={coder?.initials ?? ''} />
              <span className="lan-name">
                {name} <span className="ui-hint">{guest.here ? say('guests.here') : say('guests.since', { when: formats.ago(guest.joinedAt) })}</span>
              </span>
              {mayChange && <Button small look="danger" aria-label={say('guests.removeOne', { name })} onPress={() => void putOut(guest, name)}>{say('guests.remove')}</Button>}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
