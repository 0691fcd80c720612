// Goes through the host's door as a browser does: the one-time ticket in the address is swapped for a cookie.
import { newId } from '../../shared/domain/ids.ts'

export type Entered = {
  /** The window's page. */
  page: Response
  /** A call as a window makes it; the answer as it came, parsed. */
  call(name: string, input: unknown): Promise<{ ok: boolean, value?: unknown, failure?: unknown }>
}

export async function enter(url: string): Promise<Entered> {
  const door = await fetch(url, { redirect: 'manual' })
  const cookie = door.headers.get('set-cookie')?.split(';')[0]
  if (door.status !== 303 || !cookie) throw new Error(`The door answered ${door.status}: ${await door.text()}`)
  const page = await fetch(new URL(door.headers.get('location') ?? '/', url), { headers: { cookie } })
  const headers = { cookie, 'content-type': 'application/json', 'x-duiding-window': newId() }
  return {
    page,
    call: async (name, input) => await (await fetch(new URL(`/call/${name}`, url), { method: 'POST', headers, body: JSON.stringify(input) })).json() as Awaited<ReturnType<Entered['call']>>
  }
}
