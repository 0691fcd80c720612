// Where the window begins: first the host, then the first picture.
import './app/no-eval.ts'
import './ui/ui.css'
import './app/frame.css'
import './app/together.css'
import { createRoot } from 'react-dom/client'
import { begin } from './api/begin.ts'
import { CallFailed, ConnectionLost } from './api/failed.ts'
import { prefer, preference } from './api/preferences.ts'
import { App } from './app/app.tsx'
import { speakAsChosen } from './app/dress.ts'
import { Unreachable } from './app/unreachable.tsx'
import { keepPanesIn } from './ui/pane-memory.ts'

const root = createRoot(document.getElementById('window')!)
try {
  await begin()
  speakAsChosen()
  keepPanesIn({ read: preference, write: prefer })
  root.render(<App />)
} catch (error) {
  if (!(error instanceof CallFailed) && !(error instanceof ConnectionLost)) throw error
  root.render(<Unreachable failure={error instanceof CallFailed ? error.failure : null} />)
}
