// Where the window begins: first the host, then the first picture.
import './app/no-eval.ts'
import './ui/ui.css'
import './app/frame.css'
import './app/together.css'
import { createRoot } from 'react-dom/client'
import { begin } from './api/begin.ts'
import { CallFailed, ConnectionLost } from './api/failed.ts'
import { prefer, preference } from './api/preferences.ts'
import { App, Door } from './app/app.tsx'
import { speakAsChosen } from './app/dress.ts'
import { firstPlace } from './app/places.tsx'
import { Unreachable } from './app/unreachable.tsx'
import { JoinScreen } from './start/join-screen.tsx'
import { keepPanesIn } from './ui/pane-memory.ts'

/** A colleague's browser that was not let in yet. */
const isAtTheDoor = (error: unknown) => error instanceof CallFailed && error.failure.message === 'lan.not_in'

const root = createRoot(document.getElementById('window')!)
try {
  await begin()
  speakAsChosen()
  keepPanesIn({ read: preference, write: prefer })
  root.render(<App />)
  setTimeout(firstPlace().fetch, 100) // behind the first picture, while one chooses a project or oneself
} catch (error) {
  if (!(error instanceof CallFailed) && !(error instanceof ConnectionLost)) throw error
  root.render(isAtTheDoor(error) ? <Door><JoinScreen /></Door> : <Unreachable failure={error instanceof CallFailed ? error.failure : null} />)
}
