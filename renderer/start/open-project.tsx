// Opening a project in a browser: walk through the folders of this computer and choose a file.
import { useState } from 'react'
import { useDesk } from '../api/desk.ts'
import { useSay } from '../i18n/say.ts'
import { Dialog } from '../ui/dialog.tsx'
import { OpenFailure } from './open-failure.tsx'
import { FileBrowser } from '../files/file-browser.tsx'

export function OpenProject({ onClose }: { onClose: () => void }) {
  const say = useSay('start')
  const [folder, setFolder] = useState<string | null>(null)
  const { write: open, failure } = useDesk('desk.open', { quiet: true })
  const choose = async (path: string): Promise<void> => { if ((await open({ path })).ok) onClose() }
  return (
    <Dialog title={say('browse.open')} isOpen onClose={onClose} size="large">
      {failure && <OpenFailure failure={failure} />}
      <FileBrowser show="projects" folder={folder} onFolder={setFolder} onChoose={path => void choose(path)} />
    </Dialog>
  )
}
