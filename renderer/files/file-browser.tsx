// A small file browser over the host's own disk: folders and projects, by mouse and by keys; a browser has no dialog of its own for this.
import { ArrowUp, BookText, Folder } from 'lucide-react'
import type { DeskOutput } from '../../shared/contract/desk.ts'
import { useBrowse } from '../api/desk.ts'
import { failureOf } from '../api/failed.ts'
import { failureWords } from '../i18n/failure-words.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { GridList } from '../ui/grid-list.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Notice } from '../ui/notice.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import './files.css'

type Entry = DeskOutput<'desk.browse'>['entries'][number]

export interface FileBrowserProps {
  show: 'projects' | 'folders'
  /** Absolute; null: where the coder's own files are. */
  folder: string | null
  onFolder: (folder: string | null) => void
  /** A project was chosen; not asked when only folders are shown. */
  onChoose?: (path: string) => void
}

export function FileBrowser({ show, folder, onFolder, onChoose }: FileBrowserProps) {
  const say = useSay('start')
  const frame = useSay('frame')
  const { data: here, error } = useBrowse({ folder, show })
  if (error) return <Notice kind="error" act={<Button onPress={() => onFolder(null)}>{say('browse.home')}</Button>}>{failureWords(failureOf(error))}</Notice>
  if (!here) return <Skeleton label={frame('loading')} />
  const act = (path: string) => {
    const entry = here.entries.find(entry => entry.path === path)
    if (entry?.is === 'folder') onFolder(path)
    else if (entry) onChoose?.(path)
  }
  const empty = <p className="ui-listbox-empty">{say(show === 'projects' ? 'browse.empty' : 'browse.emptyFolder')}</p>
  return (
    <div className="browser">
      <nav className="browser-places" aria-label={say('browse.places')}>
        {here.shortcuts.map(({ name, path }) => (
          <Button key={path} look="quiet" small onPress={() => onFolder(path)}>{name === '~' ? say('browse.home') : name}</Button>
        ))}
      </nav>
      <div className="browser-where">
        <IconButton small name={say('browse.up')} icon={<ArrowUp aria-hidden />} isDisabled={here.parent === null} onPress={() => { if (here.parent) onFolder(here.parent) }} />
        <span className="browser-path">{here.folder}</span>
      </div>
      <GridList
        label={say('browse.list', { folder: here.folder })} className="browser-list" onAct={act} emptyState={empty}
        rows={here.entries.map(entry => ({ id: entry.path, ...entry }))} renderRow={entry => <EntryRow entry={entry} />}
      />
    </div>
  )
}

function EntryRow({ entry }: { entry: Entry }) {
  const say = useSay('start')
  const format = useFormats()
  const isFolder = entry.is === 'folder'
  return (
    <span className="browser-row">
      {isFolder ? <Folder aria-hidden /> : <BookText aria-hidden />}
      <span className="browser-name">{isFolder ? entry.name : entry.name.replace(/\.duiding$/i, '')}</span>
      <span className="ui-hint">
        {isFolder ? say('browse.folderRow') : say('browse.projectRow', { size: format.size(entry.size), when: format.ago(entry.changedAt) })}
      </span>
    </span>
  )
}
