// Starts a host: the core behind a loopback address, for the desktop app and for a browser alike.
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { clearPassing } from '../db/tidy.ts'
import { Refusal } from '../shared/errors.ts'
import { createAccess } from './access.ts'
import { createDesk } from './desk.ts'
import { createHttpHost } from './http-host.ts'
import { createImporting } from './importing.ts'
import { createSharing } from './lan/sharing.ts'
import { createOpening } from './team/opening.ts'
import type { TeamOptions } from './team/team-link.ts'
import { createJobs } from './jobs/jobs.ts'
import { createParcels } from './parcels.ts'
import { defaultProfileFolder, openProfile } from './profile.ts'
import { createProjects } from './projects.ts'
import { sampleFile } from './sample.ts'
import { createWindows } from './windows.ts'

export type HostOptions = {
  /** Opened in the first window; with neither this nor `sample` the start screen shows. */
  projectFile?: string
  sample?: boolean
  /** 0 or absent: a free port. */
  port?: number
  /** This installation's own folder; by default the user's. */
  dataFolder?: string
  rendererFolder?: string
  /** The desktop app shows the system's own file dialogs. */
  nativeDialogs?: boolean
  /** The address on which a project is opened to colleagues; by default all of this machine's. */
  lanAddress?: string
  /** How often a team folder is looked into. */
  team?: TeamOptions
}

export type Host = { /** With a ticket that lets one browser in, once. */ url: string; port: number; /** Another such link. */ link(): string; close(): Promise<void> }

/** Serves on 127.0.0.1 only. Throws a Refusal when the project file can't be opened or the port is taken. */
export async function startHost(options: HostOptions = {}): Promise<Host> {
  const profile = openProfile(options.dataFolder ?? defaultProfileFolder())
  clearPassing(profile.folder, ['kijken', 'samenvoegen'])
  const projects = createProjects(profile.folder, options.team)
  const opening = createOpening(profile.folder, projects)
  const windows = createWindows(projects)
  const parcels = await createParcels()
  let addresses: string[] = []
  const access = createAccess(() => addresses)
  const first = options.projectFile ?? (options.sample ? await sampleFile(profile.folder, false) : null)
  // Held open from the start, so that a file that can't be opened is told at once and the first window finds it ready.
  const held = first === null ? null : await opening.open(first)
  const desk = createDesk({ profile, projects, windows, opening }, { nativeDialogs: options.nativeDialogs ?? false, start: held?.place ?? null })
  const jobs = createJobs()
  const rendererFolder = options.rendererFolder ?? fileURLToPath(new URL('../dist/renderer', import.meta.url))
  const sharing = createSharing({ profile: profile.folder, projects, windows, rendererFolder, ...(options.lanAddress ? { listenOn: options.lanAddress } : {}) })
  const http = createHttpHost({
    access, desk, windows, parcels, profile: profile.folder, importing: createImporting(profile.folder, windows, parcels, jobs), rendererFolder, lan: sharing.door
  })
  const steady = profile.read().port
  await listen(http.server, options.port ?? 0, steady)
  const { port } = http.server.address() as AddressInfo
  if (!options.port && steady === null) profile.change((remembered) => { remembered.port = port })
  addresses = [`127.0.0.1:${port}`, `localhost:${port}`]
  const link = (): string => `http://127.0.0.1:${port}/?t=${access.ticket()}`
  return {
    url: link(), port, link,
    async close() {
      await sharing.close()
      await http.close()
      await jobs.close()
      for (const window of windows.all()) await windows.leave(window)
      if (held) await projects.release(held)
      await projects.close()
      await parcels.close()
    }
  }
}

/** On the port asked for (0: any). With none asked, the one of last time when it is free, so that a browser finds what it kept for this address. */
async function listen(server: Server, wanted: number, steady: number | null): Promise<void> {
  const on = (port: number) => new Promise<void>((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException): void => reject(error)
    server.once('error', failed)
    server.listen(port, '127.0.0.1', () => { server.off('error', failed); resolve() })
  })
  if (wanted === 0 && steady !== null && await on(steady).then(() => true, () => false)) return
  await on(wanted).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EADDRINUSE' ? new Refusal('conflict', 'port.taken', { port: wanted }) : error
  })
}
