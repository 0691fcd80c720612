// Above the work: which project, one field that finds and does everything, undo, whether all is saved, and who you are.
import { ChevronDown, Redo2, Search, TextSearch, Undo2 } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import type { Id } from '../../shared/domain/ids.ts'
import { useDesk } from '../api/desk.ts'
import { useGuest } from '../api/lan.ts'
import { useSay } from '../i18n/say.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { Menu } from '../ui/menu.tsx'
import { CoderMenu } from './coder-menu.tsx'
import { FileFault } from './file-fault.tsx'
import type { FrameDialog } from './frame-actions.ts'
import { printedKeys } from './keys.ts'
import { formatRoute, go } from './route.ts'
import { useMenuActs } from './menu-acts.ts'
import { OpenToColleagues } from './open-to-colleagues.tsx'
import { RoleMark } from './role-mark.tsx'
import { SaveMark } from './save-mark.tsx'
import type { Undo } from './undo.ts'
import { WhoIsHere } from './who-is-here.tsx'

export interface TopBarProps { title: string, path: string, coder: Id, undo: Undo, onDialog: (dialog: FrameDialog) => void }

export function TopBar({ title, path, coder, undo, onDialog }: TopBarProps) {
  const say = useSay('frame')
  return (
    <header className="frame-top">
      <ProjectMenu title={title} path={path} />
      <AriaButton className="frame-palette" onPress={() => onDialog('palette')}>
        <Search aria-hidden />
        <span className="frame-palette-words">{say('palette')}</span>
        <Kbd keys={printedKeys('Mod+K')} />
      </AriaButton>
      <div className="frame-state">
        <IconButton name={say('place.zoeken')} shortcut={printedKeys('Mod+Shift+F')} placement="bottom" icon={<TextSearch aria-hidden />} onPress={() => go(formatRoute({ place: 'zoeken' }))} />
        <IconButton
          name={undo.undoes ? say('undo.this', { change: undo.undoes }) : say('undo')} shortcut={printedKeys('Mod+Z')} placement="bottom"
          icon={<Undo2 aria-hidden />} isDisabled={!undo.canUndo} onPress={undo.undo}
        />
        <IconButton
          name={undo.redoes ? say('redo.this', { change: undo.redoes }) : say('redo')} shortcut={printedKeys('Mod+Shift+Z')} placement="bottom"
          icon={<Redo2 aria-hidden />} isDisabled={!undo.canRedo} onPress={undo.redo}
        />
        <RoleMark />
        <SaveMark path={path} />
        <OpenToColleagues />
        <WhoIsHere />
        <CoderMenu coder={coder} />
      </div>
      <FileFault path={path} />
    </header>
  )
}

/** A copy the app made itself carries its moment in its file's name, and has the title of the project: without this one would take it for that. */
function momentOfCopy(path: string): string | null {
  return / \((\d\d-\d\d-\d{4} \d\d\.\d\d)(?:, \d+)?\)\.duiding$/i.exec(path)?.[1]?.replace('.', ':') ?? null
}

function ProjectMenu({ title, path }: Pick<TopBarProps, 'title' | 'path'>) {
  const say = useSay('frame')
  const moment = momentOfCopy(path)
  const { write: leave } = useDesk('desk.leave')
  const guest = useGuest()
  return (
    <Menu
      label={say('project.menu')}
      trigger={<AriaButton className="frame-project"><span className="frame-project-name">{title}{moment && <small> {say('copy.of', { moment })}</small>}</span><ChevronDown aria-hidden /></AriaButton>}
      parts={[
        { acts: useMenuActs('project') },
        ...(guest && !guest.leaves ? [] : [{ acts: [{ id: 'leave', name: say('project.leave'), onAct: () => void leave({}) }] }])
      ]}
    />
  )
}
