// Goes through the host's door as a browser does: the one-time ticket in the address is swapped for a cookie.
import WebSocket from 'ws'
import type { CallName, Input, Output } from '../../shared/contract/index.ts'
import type { DeskCall, DeskInput, DeskOutput } from '../../shared/contract/desk.ts'
import type { FeedMessage } from '../../shared/contract/feed.ts'
import { newId, type Id } from '../../shared/domain/ids.ts'
import type { Result } from '../../shared/errors.ts'

export type Entered = {
  /** The id of this window, the host's address, and what every request of the window carries. */
  id: Id
  origin: string
  headers: { cookie: string } & Record<string, string>
  /** The window's page. */
  page: Response
  /** A call as a window makes it; its answer as it came. */
  send(name: string, input: unknown): Promise<Result<unknown>>
  /** A call that must succeed. */
  call<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>>
  desk<N extends DeskCall>(name: N, input: DeskInput<N>): Promise<DeskOutput<N>>
  /** Puts a file in the host's hands; its id for the import calls. */
  upload(name: string, bytes: Uint8Array): Promise<Id>
  /** All that the feed says from now on, in one growing list; resolves at its hello. */
  listen(): Promise<FeedMessage[]>
}

export async function enter(url: string): Promise<Entered> {
  const door = await fetch(url, { redirect: 'manual' })
  const cookie = door.headers.get('set-cookie')?.split(';')[0]
  if (door.status !== 303 || !cookie) throw new Error(`The door answered ${door.status}: ${await door.text()}`)
  const page = await fetch(new URL(door.headers.get('location') ?? '/', url), { headers: { cookie } })
  const id = newId()
  const { origin } = new URL(url)
  const headers = { cookie, origin, 'content-type': 'application/json', 'x-duiding-window': id }
  const send = async (name: string, input: unknown): Promise<Result<unknown>> =>
    await (await fetch(new URL(`/call/${name}`, url), { method: 'POST', headers, body: JSON.stringify(input) })).json() as Result<unknown>
  const must = async (name: string, input: unknown): Promise<unknown> => {
    const result = await send(name, input)
    if (!result.ok) throw new Error(`${name} was refused: ${JSON.stringify(result.failure)}`)
    return result.value
  }
  return {
    id, origin, headers, page, send,
    call: (name, input) => must(name, input) as never,
    desk: (name, input) => must(name, input) as never,
    upload: async (name, bytes) => {
      const result = await (await fetch(new URL(`/upload?name=${encodeURIComponent(name)}`, url), { method: 'POST', headers, body: new Uint8Array(bytes) })).json() as Result<{ upload: Id }>
      if (!result.ok) throw new Error(`The upload was refused: ${JSON.stringify(result.failure)}`)
      return result.value.upload
    },
    listen: () => new Promise((resolve, reject) => {
      const heard: FeedMessage[] = []
      const socket = new WebSocket(new URL(`/live?window=${id}`, url.replace(/^http/, 'ws')), { headers: { cookie, origin } })
      socket.on('message', words => { heard.push(JSON.parse((words as Buffer).toString('utf8')) as FeedMessage); resolve(heard) })
      socket.on('error', reject)
    })
  }
}
