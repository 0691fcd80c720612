// The first thing one sees: what Duiding is, four ways in, and the projects of before.
import { useState } from 'react'
import { BookOpen, FileInput, FilePlus2, FolderOpen, Network } from 'lucide-react'
import type { DeskOutput } from '../../shared/contract/desk.ts'
import { useDesk } from '../api/desk.ts'
import { Settings } from '../app/settings.tsx'
import { useActions } from '../app/actions.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { JoinByLink } from './join-by-link.tsx'
import { NewProject } from './new-project.tsx'
import { OpenFailure } from './open-failure.tsx'
import { OpenProject } from './open-project.tsx'
import { RecentProjects } from './recent-projects.tsx'
import { useNativeOpen } from './native-open.ts'
import { isSample } from './sample-path.ts'
import { takeWish } from './wish.ts'
import './start.css'


export function StartScreen({ desk }: { desk: DeskOutput<'desk.read'> }) {
  const say = useSay('start')
  const frame = useSay('frame')
  const lan = useSay('lan')
  const [dialog, setDialog] = useState<'new' | 'import' | 'open' | 'join' | 'settings' | null>(takeWish)
  const { write: open, pending, failure, clear } = useDesk('desk.open', { quiet: true })
  const { write: openSample, pending: fetching } = useDesk('desk.openSample')
  const nativeOpen = useNativeOpen(path => void open({ path }))
  const openOne = () => { clear(); if (nativeOpen) nativeOpen(); else setDialog('open') }
  useActions([
    { id: 'project.new', name: say('new'), run: () => setDialog('new') },
    { id: 'project.open', name: say('open'), run: openOne },
    { id: 'project.import', name: say('import'), run: () => setDialog('import') },
    { id: 'project.sample', name: say('sample'), run: () => void openSample({}) },
    { id: 'project.sample.fresh', name: say('sample.fresh'), run: () => void openSample({ fresh: true }) },
    { id: 'window.settings', name: frame('settings'), run: () => setDialog('settings') }
  ])
  const close = () => setDialog(null)
  return (
    <div className="start">
      <main className="start-sheet">
        <p className="start-name">Duiding</p>
        <h1>{say('heading')}</h1>
        <p className="start-lead">{say('lead')}</p>
        <div className="start-ways">
          <Button look="primary" icon={<FilePlus2 aria-hidden />} onPress={() => setDialog('new')}>{say('new')}</Button>
          <Button icon={<FolderOpen aria-hidden />} onPress={openOne}>{say('open')}</Button>
          <Button icon={<FileInput aria-hidden />} onPress={() => setDialog('import')}>{say('import')}</Button>
          <Button icon={<Network aria-hidden />} onPress={() => setDialog('join')}>{lan('link.open')}</Button>
        </div>
        <div className="start-sample">
          <Button look="quiet" icon={<BookOpen aria-hidden />} onPress={() => { if (!fetching) void openSample({}) }}>{say(fetching ? 'sample.making' : 'sample')}</Button>
          <p>{say('sample.more')}</p>
          {/* Opened before: then a clean one is worth offering. */}
          {desk.recent.some(({ path }) => isSample(path)) && (
            <Button look="quiet" small onPress={() => { if (!fetching) void openSample({ fresh: true }) }}>{say('sample.fresh')}</Button>
          )}
        </div>
        {failure && <OpenFailure failure={failure} />}
        <RecentProjects recent={desk.recent} isBusy={pending} onOpen={path => void open({ path })} />
      </main>
      <footer className="start-foot">
        <span>{say('version', { version: desk.version })}</span>
        <Button look="quiet" small onPress={() => setDialog('settings')}>{frame('settings')}</Button>
      </footer>
      {dialog === 'new' && <NewProject onClose={close} />}
      {dialog === 'import' && <NewProject onClose={close} landing="#/inlezen" />}
      {dialog === 'open' && <OpenProject onClose={close} />}
      {dialog === 'join' && <JoinByLink onClose={close} />}
      {dialog === 'settings' && <Settings onClose={close} />}
    </div>
  )
}
