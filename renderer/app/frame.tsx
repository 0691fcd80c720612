// The frame round the work: project, palette, state and coder above; the places at the left; the workspace in the middle.
import { useEffect, useState } from 'react'
import type { Id } from '../../shared/domain/ids.ts'
import type { DeskOutput } from '../../shared/contract/desk.ts'
import { useRead } from '../api/hooks.ts'
import { GuideCard } from '../guide/guide-card.tsx'
import { useSay } from '../i18n/say.ts'
import { SaveCopy } from '../files/save-copy.tsx'
import { isSample } from '../start/sample-path.ts'
import { useActions } from './actions.ts'
import { CheatSheet } from './cheat-sheet.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { useFrameActions, type FrameDialog } from './frame-actions.ts'
import { Palette } from './palette.tsx'
import { PlaceBar } from './place-bar.tsx'
import { firstPlace, places } from './places.tsx'
import { formatRoute, go, useRoute } from './route.ts'
import { Settings } from './settings.tsx'
import { useTellPlace } from './save-team.tsx'
import { SinceCard } from './since-card.tsx'
import { TopBar } from './top-bar.tsx'
import { UnknownPlace } from './unknown-place.tsx'

export function Frame({ opened, coder }: { opened: NonNullable<DeskOutput<'desk.read'>['opened']>, coder: Id }) {
  const say = useSay('frame')
  const route = useRoute()
  const title = useRead('project.read', {}).data?.title ?? opened.title
  const [dialog, setDialog] = useState<FrameDialog | null>(null)
  const { actions, undo } = useFrameActions(setDialog)
  useActions(actions)
  const place = places.find(place => place.id === route.place)
  const where = place ? say(place.name) : null
  useEffect(() => { document.title = [where, title, 'Duiding'].filter(Boolean).join(' – ') }, [where, title])
  useEffect(() => { if (route.place === '') go(formatRoute({ place: firstPlace().id }), { replace: true }) }, [route.place])
  useTellPlace(opened)
  const close = () => setDialog(null)
  return (
    <div className="frame">
      <a className="frame-skip" href="#inhoud" onClick={event => { event.preventDefault(); document.getElementById('inhoud')?.focus() }}>{say('skip')}</a>
      <TopBar title={title} path={opened.path} coder={coder} undo={undo} onDialog={setDialog} />
      <PlaceBar at={route.place} />
      <main id="inhoud" tabIndex={-1} className="frame-work">
        <ErrorBoundary key={route.place}>
          {place ? <place.Workspace /> : route.place !== '' && <UnknownPlace />}
        </ErrorBoundary>
      </main>
      <SinceCard opened={opened} />
      <GuideCard coder={coder} isSample={isSample(opened.path)} />
      {dialog === 'palette' && <Palette onClose={close} />}
      {dialog === 'keys' && <CheatSheet onClose={close} />}
      {dialog === 'settings' && <Settings onClose={close} />}
      {dialog === 'copy' && <SaveCopy title={title} path={opened.path} onClose={close} />}
    </div>
  )
}
