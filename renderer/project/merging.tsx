// Bringing the work of a copy into this project: choose it, see what comes, bring it in. What there is to settle has a page of its own.
import { useState } from 'react'
import { useRead } from '../api/hooks.ts'
import { desktop } from '../app/desktop.ts'
import { formatRoute } from '../app/route.ts'
import { FileBrowser } from '../files/file-browser.tsx'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Notice } from '../ui/notice.tsx'
import { BringIn } from './bring-in.tsx'

export function Merging({ isReadOnly, isGuest }: { isReadOnly: boolean, /** Has no disk here to bring a copy in from. */ isGuest: boolean }) {
  const say = useSay('merging')
  const list = useRead('conflict.list', {}).data
  const [isChoosing, setIsChoosing] = useState(false)
  const [path, setPath] = useState<string | null>(null)
  const count = list ? Object.values(list).reduce((sum, part) => sum + part.length, 0) : 0
  const choose = async (): Promise<void> => {
    if (!desktop) return setIsChoosing(true)
    const [chosen] = await desktop.chooseFiles({ kind: 'project' })
    if (chosen) setPath(chosen)
  }
  if (isGuest && count === 0) return null
  return (
    <section className="project-part" aria-labelledby="project-merging">
      <h2 id="project-merging">{say('title')}</h2>
      <p className="project-more">{say('lead')}</p>
      {count > 0 && <Notice act={<a className="ui-button is-plain is-small" href={formatRoute({ place: 'samenvoegen' })}>{say('settle.go')}</a>}>{say('settle', { count })}</Notice>}
      {!isGuest && !isReadOnly && <div className="project-acts"><Button onPress={() => void choose()}>{say('choose')}</Button></div>}
      {isChoosing && <ChooseCopy onClose={() => setIsChoosing(false)} onChoose={chosen => { setIsChoosing(false); setPath(chosen) }} />}
      {path !== null && <BringIn path={path} onClose={() => setPath(null)} />}
    </section>
  )
}

function ChooseCopy({ onChoose, onClose }: { onChoose: (path: string) => void, onClose: () => void }) {
  const say = useSay('merging')
  const [folder, setFolder] = useState<string | null>(null)
  return (
    <Dialog title={say('choose.title')} isOpen onClose={onClose} size="large">
      <p className="project-more">{say('choose.lead')}</p>
      <FileBrowser show="projects" folder={folder} onFolder={setFolder} onChoose={onChoose} />
    </Dialog>
  )
}
