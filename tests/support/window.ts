// A window whose refusals are read as well: every answer as it came.
import type { Result } from '../../shared/errors.ts'
import type { Host } from '../../server/start.ts'
import { enter, type Entered } from './enter.ts'

export type PlainWindow = Pick<Entered, 'id' | 'origin' | 'headers'> & { call(name: string, input: unknown): Promise<Result<never>> }

/** Goes in with a fresh ticket of the host. */
export async function plainWindow(host: Host): Promise<PlainWindow> {
  const { id, origin, headers, send } = await enter(host.link())
  return { id, origin, headers, call: send as PlainWindow['call'] }
}
