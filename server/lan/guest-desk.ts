// The desk of a colleague's window: where it is, who it is, what it remembers. Nothing of the host's disk, not even a path.
import { z } from 'zod'
import { desk } from '../../shared/contract/desk.ts'
import { Refusal } from '../../shared/errors.ts'
import { readVisit } from '../../db/presence.ts'
import { projectTitle } from '../../db/project.ts'
import { lastSeq } from '../../db/transact.ts'
import { createDoor, type Door } from '../door.ts'
import { VERSION } from '../version.ts'
import type { Window } from '../windows.ts'
import type { LanParts } from './lan-host.ts'

const calls = { 'desk.read': desk['desk.read'], 'desk.remember': desk['desk.remember'], 'desk.enter': desk['desk.enter'], 'desk.leave': { input: z.strictObject({}), output: z.null() } }

export function createGuestDesk({ project: { store }, certificate, hostName }: Pick<LanParts, 'project' | 'certificate' | 'hostName'>): Door & { /** A window comes in for its colleague. */ arrive(window: Window): Window } {
  const opened = ({ coder, since }: Window) => ({ path: '', place: null, title: projectTitle(store), coder, lastCoder: coder, seq: lastSeq(store), since })
  const door = createDoor(calls, {
    'desk.read': (window) => ({
      recent: [], opened: opened(window), start: null, preferences: {}, version: VERSION, nativeDialogs: false, guest: { host: hostName(), fingerprint: certificate.fingerprint, leaves: false }
    }),
    // A colleague's browser keeps these itself.
    'desk.remember': () => null,
    'desk.enter': (window, { coder }) => {
      if (coder !== window.coder) throw new Refusal('forbidden', 'lan.not_offered')
      return opened(window)
    },
    'desk.leave': () => { throw new Refusal('forbidden', 'lan.not_offered') }
  })
  return {
    ...door,
    arrive(window) {
      window.since = window.coder === null ? null : readVisit(store, window.coder)
      return window
    }
  }
}
