// The host's side of "samen coderen": opening a project to the network, inviting, seeing who is in, removing, stopping. At most one
// program hosts a project: opening raises its epoch, and whoever sees a higher one than their own stops.
import type { AddressInfo } from 'node:net'
import { lan, type LanOpen, type LanOutput } from '../../shared/contract/lan.ts'
import type { Id } from '../../shared/domain/ids.ts'
import { Refusal } from '../../shared/errors.ts'
import { findCoder } from '../../db/coders.ts'
import { projectId, readEpoch } from '../../db/project.ts'
import { transact } from '../../db/transact.ts'
import { createDoor, type Door } from '../door.ts'
import type { Project, Projects } from '../projects.ts'
import { report } from '../report.ts'
import { refuseWithoutRight } from '../rights.ts'
import type { Window, Windows } from '../windows.ts'
import { inUrl, ownNames, reachable } from './addresses.ts'
import { certificateFor, type Certificate } from './certificate.ts'
import { openGuests, type Guests } from './guests.ts'
import { createLanHost, type LanHost } from './lan-host.ts'

export type SharingParts = { profile: string; projects: Projects; windows: Windows; rendererFolder: string; /** Where to listen; all connections unless a test says otherwise. */ listenOn?: string }
export type Sharing = { door: Door; close(): Promise<void> }

type Session = { project: Project; host: LanHost; guests: Guests; certificate: Certificate; port: number; epoch: number; unwatch: () => void }

export function createSharing(parts: SharingParts): Sharing {
  const sessions = new Map<string, Session>()
  const ended = new Map<string, NonNullable<LanOutput<'lan.read'>['ended']>>()

  const mayOpen = (window: Window): { project: Project; coder: Id } => {
    const project = parts.windows.projectOf(window)
    if (!window.coder) throw new Refusal('not_joined', 'coder.not_chosen')
    refuseWithoutRight(project.store, window.coder, 'steer')
    return { project, coder: window.coder }
  }
  const sessionOf = (window: Window): Session => {
    const session = sessions.get(mayOpen(window).project.path)
    if (!session) throw new Refusal('conflict', 'lan.not_open')
    return session
  }
  const stop = async (path: string, why: 'stopped' | 'taken'): Promise<void> => {
    const session = sessions.get(path)
    if (!session) return
    sessions.delete(path)
    session.project.isHosted = false
    session.unwatch()
    ended.set(path, { why, at: Date.now() })
    await session.host.close(why)
    await parts.projects.release(session.project)
  }

  async function open({ path }: Project, coder: Id): Promise<Session> {
    const project = parts.projects.open(path) // held for as long as it is open to the network, whichever windows come and go
    const { store } = project
    const guests = openGuests(parts.profile, projectId(store))
    const certificate = certificateFor(parts.profile, [...reachable().map(({ address }) => address), ...ownNames(), ...(parts.listenOn ? [parts.listenOn] : [])])
    let port = 0
    const hosts = (): string[] => [...reachable().map(({ address }) => inUrl(address)), ...ownNames(), ...(parts.listenOn ? [inUrl(parts.listenOn)] : [])].map((name) => `${name}:${port}`)
    const host = createLanHost({
      project, guests, certificate, rendererFolder: parts.rendererFolder, profile: parts.profile, hosts, hostName: () => findCoder(store, coder)?.name ?? ''
    })
    try {
      port = await listen(host, guests.port(), parts.listenOn)
      guests.keepPort(port)
      const { value: epoch } = await transact(store, { coder, undoable: false, profile: parts.profile }, (write) => {
        const next = readEpoch(store) + 1
        write.change('project.hosted', 'project', projectId(store), { epoch: next })
        return next
      })
      project.hub.nudge()
      const unwatch = project.hub.watch(() => { if (readEpoch(store) > epoch) void stop(path, 'taken').catch(report) })
      const session = { project, host, guests, certificate, port, epoch, unwatch }
      sessions.set(path, session)
      project.isHosted = true
      ended.delete(path)
      return session
    } catch (error) {
      await host.close('stopped')
      await parts.projects.release(project)
      throw error
    }
  }

  const door = createDoor(lan, {
    'lan.read': (window) => {
      const { path } = parts.windows.projectOf(window)
      const session = sessions.get(path)
      return { open: session ? facts(session, parts.listenOn) : null, ended: ended.get(path) ?? null }
    },
    'lan.open': async (window) => {
      const { project, coder } = mayOpen(window)
      if (project.store.readonly) throw new Refusal('forbidden', 'store.read_only', { file: project.path })
      return facts(sessions.get(project.path) ?? await open(project, coder), parts.listenOn)
    },
    'lan.close': async (window) => {
      await stop(mayOpen(window).project.path, 'stopped')
      return null
    },
    'lan.invite': (window, wish) => {
      const { guests, project } = sessionOf(window)
      if ('role' in wish) return guests.invite(null, wish.role)
      const coder = findCoder(project.store, wish.coder)
      if (!coder || coder.role === 'consensus') throw new Refusal('not_found', 'coder.absent')
      return guests.invite(coder.id, coder.role)
    },
    'lan.withdraw': (window, { invite }) => {
      sessionOf(window).guests.withdraw(invite)
      return null
    },
    'lan.remove': (window, { guest }) => {
      const { guests, host } = sessionOf(window)
      guests.remove(guest)
      host.putOut(guest, 'removed')
      return null
    }
  })
  return { door, async close() { for (const path of [...sessions.keys()]) await stop(path, 'stopped') } }
}

/** The port of before when it is free, so that links and cookies stay good. */
async function listen({ server }: LanHost, wanted: number | null, address: string | undefined): Promise<number> {
  const tryPort = (port: number) => new Promise<number>((resolve, reject) => {
    const failed = (error: Error): void => reject(error)
    server.once('error', failed)
    server.listen({ port, ...(address ? { host: address } : {}) }, () => {
      server.off('error', failed)
      resolve((server.address() as AddressInfo).port)
    })
  })
  if (wanted === null) return tryPort(0)
  return tryPort(wanted).catch(() => tryPort(0))
}

function facts({ project, guests, host, certificate, port }: Session, listenOn: string | undefined): LanOpen {
  const reach = listenOn ? [{ address: listenOn, name: '' }] : [...reachable(), ...ownNames().map((address) => ({ address, name: '' }))]
  return {
    links: reach.map(({ address, name }) => ({ url: `https://${inUrl(address)}:${port}`, name })), fingerprint: certificate.fingerprint, invites: guests.invites(),
    guests: guests.all().filter(({ coder }) => findCoder(project.store, coder)).map(({ guest, coder, joinedAt }) => ({ guest, coder, joinedAt, here: host.isHere(guest) }))
  }
}
