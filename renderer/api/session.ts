// What this window keeps of itself over a reload and over a restart of the host: which project it has open, for which coder.
import { z } from 'zod'
import { Id } from '../../shared/domain/ids.ts'

const KEY = 'duiding.session'
const Session = z.object({ path: z.string().nullable(), coder: Id.nullable() })
export type Session = z.infer<typeof Session>

/** Null: this window never had a project. Path null: it left its project on purpose. */
export function remembered(): Session | null {
  try {
    return Session.parse(JSON.parse(sessionStorage.getItem(KEY) ?? 'null'))
  } catch {
    return null // nothing kept yet, or kept by another version
  }
}

export function remember(session: Session): void {
  sessionStorage.setItem(KEY, JSON.stringify(session))
}
