// "Samen coderen" on the project page: opening the project to colleagues on the network, and what stands open.
import { useState } from 'react'
import { Network } from 'lucide-react'
import type { Output } from '../../../shared/contract/index.ts'
import { useLan } from '../../api/lan.ts'
import { useSay } from '../../i18n/say.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { LanConfirm } from './lan-confirm.tsx'
import { LanOpenPart } from './lan-open.tsx'
import './lan.css'

/** A colleague who comes or goes shows within this time. */
const LOOK = 2000

export function LanPart({ project, coders, mayChange }: { project: Output<'project.read'>, coders: Output<'coder.list'>, mayChange: boolean }) {
  const say = useSay('lan')
  const { data } = useLan(LOOK)
  const [isAsking, setAsking] = useState(false)
  if (!data) return null
  return (
    <section className="project-part" aria-labelledby="project-lan">
      <h2 id="project-lan">{say('title')}</h2>
      <p className="project-more">{say('lead')}</p>
      {data.ended?.why === 'taken' && !data.open && <Notice kind="warning">{say('taken')}</Notice>}
      {data.open ? <LanOpenPart open={data.open} project={project} coders={coders} mayChange={mayChange} />
        : mayChange ? <div className="project-acts"><Button icon={<Network aria-hidden />} onPress={() => setAsking(true)}>{say('open')}</Button></div>
          : <p className="ui-hint">{say('notYours')}</p>}
      {isAsking && <LanConfirm onClose={() => setAsking(false)} />}
    </section>
  )
}
