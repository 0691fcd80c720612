// A window without a screen: the host's HTTP as a browser would speak it, cookie and headers included.
import { newId, type Id } from '../../shared/domain/ids.ts'
import type { Result } from '../../shared/errors.ts'
import type { Host } from '../../server/start.ts'

export type PlainWindow = { id: Id; origin: string; headers: Record<string, string>; call(name: string, input: unknown): Promise<Result<never>> }

/** Goes in with a fresh ticket of the host. */
export async function plainWindow(host: Host): Promise<PlainWindow> {
  const link = host.link()
  const { origin } = new URL(link)
  const entered = await fetch(link, { redirect: 'manual' })
  const id = newId()
  const headers = { cookie: entered.headers.get('set-cookie')!.split(';')[0]!, origin, 'x-duiding-window': id, 'content-type': 'application/json' }
  return {
    id, origin, headers,
    call: async (name, input) => (await (await fetch(`${origin}/call/${name}`, { method: 'POST', headers, body: JSON.stringify(input) })).json()) as Result<never>
  }
}
