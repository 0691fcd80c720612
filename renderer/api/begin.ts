// The first things a window does: settle its id, ask the host what it knows, and take up again what was open.
import { FAILURES } from '../../shared/errors.ts'
import type { DeskOutput } from '../../shared/contract/desk.ts'
import { guardClosing } from './connection.ts'
import { desk } from './desk.ts'
import { CallFailed } from './failed.ts'
import { sendLeftBehind } from './left-behind.ts'
import { listenLive } from './live.ts'
import { preferencesHeard, preferencesOfBrowser } from './preferences.ts'
import { queries } from './queries.ts'
import { remember, remembered } from './session.ts'
import { settleWindowId } from './window-id.ts'
import { rejoin } from './wire.ts'

/** Resolves when the first screen can be drawn; throws CallFailed or ConnectionLost when the host does not let us in. */
export async function begin(): Promise<void> {
  guardClosing()
  await settleWindowId()
  const found = await desk('desk.read', {})
  if (found.guest) preferencesOfBrowser()
  else preferencesHeard(found.preferences)
  const now = await takeUp(found)
  queries.setQueryData(['desk.read'], now)
  if (now.opened?.coder) sendLeftBehind()
}

async function takeUp(found: DeskOutput<'desk.read'>): Promise<DeskOutput<'desk.read'>> {
  if (found.opened) {
    remember({ path: found.opened.path, coder: found.opened.coder })
    listenLive()
    return found
  }
  const kept = remembered()
  try {
    if (kept?.path) { if (await rejoin()) listenLive() }
    else if (!kept && found.start) await desk('desk.open', { path: found.start })
  } catch (error) {
    // Moved or deleted meanwhile: the start screen tells by its list of recent projects.
    if (!(error instanceof CallFailed) || FAILURES[error.failure.kind].retry) throw error
    remember({ path: null, coder: null })
  }
  return desk('desk.read', {})
}
