// Where a new file goes: the folder, in words, with a way to another one that opens in place.
import { useState } from 'react'
import { FolderOpen } from 'lucide-react'
import { useBrowse } from '../api/desk.ts'
import { desktop } from '../app/desktop.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { FileBrowser } from './file-browser.tsx'
import './files.css'

export interface FolderFieldProps {
  label: string
  folder: string | null
  onFolder: (folder: string | null) => void
}

export function FolderField({ label, folder, onFolder }: FolderFieldProps) {
  const say = useSay('start')
  const [isBrowsing, setBrowsing] = useState(false)
  const change = async (): Promise<void> => {
    if (!desktop) { setBrowsing(true); return }
    const [chosen] = await desktop.chooseFiles({ kind: 'folder' })
    if (chosen) onFolder(chosen)
  }
  return (
    <div className="ui-field" role="group" aria-label={label}>
      <span className="ui-label">{label}</span>
      <div className="folder-now">
        <span className="browser-path">{folder ?? '…'}</span>
        {!isBrowsing && <Button small icon={<FolderOpen aria-hidden />} onPress={() => void change()}>{say('new.change')}</Button>}
      </div>
      {isBrowsing && <FileBrowser show="folders" folder={folder} onFolder={onFolder} />}
    </div>
  )
}

/** The folder to propose: Documents where there is one, else the home folder; null while that is asked. */
export function useProposedFolder(): string | null {
  const home = useBrowse({ folder: null, show: 'folders' }).data
  return home?.shortcuts.find(({ name }) => name === 'Documents' || name === 'Documenten')?.path ?? home?.folder ?? null
}
