// Projects opened here before, the last one first; one that is no longer there says so instead of failing when pressed.
import { X } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import type { DeskOutput } from '../../shared/contract/desk.ts'
import { useDesk } from '../api/desk.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { IconButton } from '../ui/icon-button.tsx'

type Recent = DeskOutput<'desk.read'>['recent'][number]
export interface RecentProjectsProps { recent: Recent[], isBusy: boolean, onOpen: (path: string) => void }

export function RecentProjects({ recent, isBusy, onOpen }: RecentProjectsProps) {
  const say = useSay('start')
  return (
    <section className="start-recent" aria-labelledby="start-recent">
      <h2 id="start-recent">{say('recent')}</h2>
      {recent.length === 0 ? <p className="start-aside">{say('recent.none')}</p> : (
        <ul>{recent.map(project => <RecentProject key={project.path} project={project} isBusy={isBusy} onOpen={onOpen} />)}</ul>
      )}
    </section>
  )
}

function RecentProject({ project, isBusy, onOpen }: { project: Recent, isBusy: boolean, onOpen: (path: string) => void }) {
  const say = useSay('start')
  const format = useFormats()
  const { write: forget } = useDesk('desk.forget')
  const { title, path, there, openedAt } = project
  return (
    <li className="start-project">
      <AriaButton className="start-project-face" isDisabled={!there || isBusy} onPress={() => onOpen(path)}>
        <span className="start-project-name">{title}</span>
        <span className="ui-hint">{there ? say('recent.opened', { when: format.ago(openedAt) }) : say('recent.gone')}</span>
        <span className="ui-hint start-path">{path}</span>
      </AriaButton>
      <IconButton small name={say('recent.forget', { title })} icon={<X aria-hidden />} onPress={() => void forget({ path })} />
    </li>
  )
}
