// What stands open: the address, invitations, who is in, the fingerprint to compare, and the end of it.
import { useState } from 'react'
import type { Output } from '../../../shared/contract/index.ts'
import type { LanOpen } from '../../../shared/contract/lan.ts'
import { useLanAct } from '../../api/lan.ts'
import { useSay } from '../../i18n/say.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Fingerprint } from '../../ui/fingerprint.tsx'
import { LanGuests } from './lan-guests.tsx'
import { LanInvites } from './lan-invites.tsx'

export interface LanOpenPartProps { open: LanOpen, project: Output<'project.read'>, coders: Output<'coder.list'>, mayChange: boolean }

export function LanOpenPart({ open, project, coders, mayChange }: LanOpenPartProps) {
  const say = useSay('lan')
  const [isStopping, setStopping] = useState(false)
  return (
    <div className="lan-open">
      <p className="lan-state"><span className="lan-dot" aria-hidden />{say('isOpen')}</p>
      <section>
        <h3>{say('links')}</h3>
        {open.links.length === 0 ? <p className="ui-hint">{say('links.none')}</p> : (
          <>
            <p className="ui-hint">{say('links.hint')}</p>
            <ul className="lan-links">{open.links.map(({ url, name }) => <li key={url}><code>{url}</code> <span className="ui-hint">{name}</span></li>)}</ul>
          </>
        )}
      </section>
      {mayChange && <LanInvites open={open} project={project} coders={coders} />}
      <LanGuests guests={open.guests} coders={coders} mayChange={mayChange} />
      <section>
        <h3>{say('print')}</h3>
        <p className="ui-hint">{say('print.hint')}</p>
        <Fingerprint print={open.fingerprint} />
      </section>
      {mayChange && <div className="project-acts"><Button look="danger" onPress={() => setStopping(true)}>{say('stop')}</Button></div>}
      {isStopping && <Stop here={open.guests.filter(({ here }) => here).length} onClose={() => setStopping(false)} />}
    </div>
  )
}

function Stop({ here, onClose }: { here: number, onClose: () => void }) {
  const say = useSay('lan')
  const { write: close, pending } = useLanAct('lan.close')
  const yes = async (): Promise<void> => { if (!pending) { await close({}); onClose() } }
  return (
    <Dialog
      title={say('stop.title')} isOpen size="small" onClose={onClose}
      foot={<><Button onPress={onClose}>{say('cancel')}</Button><Button look="danger" onPress={() => void yes()}>{say('stop')}</Button></>}
    >
      <p>{say('stop.says', { count: here })} {say('stop.later')}</p>
    </Dialog>
  )
}
