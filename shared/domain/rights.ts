// What each role may do; the host refuses the rest, and the window does not offer it.
import type { Right } from '../contract/call.ts'
import type { Role } from '../contract/coder.ts'

const RIGHTS: Record<Role, readonly Right[]> = {
  lead: ['read', 'mark', 'code', 'prepare', 'steer'], researcher: ['read', 'mark', 'code', 'prepare', 'steer'], coder: ['read', 'mark', 'code', 'prepare'], consensus: ['read', 'mark', 'code'],
  facilitator: ['read', 'mark', 'prepare'], reader: ['read']
}

export const hasRight = (role: Role, right: Right): boolean => RIGHTS[role].includes(right)
