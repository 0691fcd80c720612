// Who may talk to the host: a one-time token swapped for a cookie, the exact Host header, our own Origin.
import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

export type Access = {
  /** A link that lets one browser in, once. */
  ticket(): string
  /** Swaps a ticket for a cookie; null when it was used or never made. */
  redeem(ticket: string): string | null
  /** The cookie's name: with our port, because browsers share cookies between the ports of one address. */
  cookieName(): string
  /** Does this request carry a cookie of ours, for our own address? */
  admits(request: IncomingMessage): boolean
  /** Is the request for our own address at all (against DNS rebinding)? */
  isForUs(request: IncomingMessage): boolean
}

export function createAccess(addresses: () => string[]): Access {
  const tickets = new Set<string>()
  const cookies: string[] = []
  const isForUs = (request: IncomingMessage): boolean => addresses().includes(request.headers.host ?? '')
  const originIsOurs = (request: IncomingMessage): boolean =>
    request.headers.origin === undefined || addresses().some((address) => request.headers.origin === `http://${address}`)
  const cookieName = (): string => `duiding-${addresses()[0]?.split(':').at(-1) ?? ''}`
  return {
    cookieName,
    ticket() {
      const ticket = randomBytes(24).toString('base64url')
      tickets.add(ticket)
      return ticket
    },
    redeem(ticket) {
      if (!tickets.delete(ticket)) return null
      const cookie = randomBytes(32).toString('base64url')
      cookies.push(cookie)
      return cookie
    },
    isForUs,
    admits(request) {
      const given = (request.headers.cookie ?? '').split(/;\s*/).find((pair) => pair.startsWith(`${cookieName()}=`))?.slice(cookieName().length + 1)
      return isForUs(request) && originIsOurs(request) && given !== undefined && cookies.some((cookie) => same(cookie, given))
    }
  }
}

const same = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
