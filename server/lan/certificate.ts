// The certificate of this installation for its own network: made on the spot, signed by itself, kept so that what a colleague once
// compared stays true, and made anew when the machine's addresses are no longer in it.
import { createPrivateKey, generateKeyPairSync, randomBytes, sign, X509Certificate, type KeyObject } from 'node:crypto'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { isIP, isIPv4 } from 'node:net'
import { join } from 'node:path'
import { bits, integer, octets, oid, sequence, setOf, tagged, utcTime, utf8, yes } from './der.ts'

/** PEM texts; `fingerprint`: SHA-256 of the certificate as browsers show it. */
export type Certificate = { key: string; cert: string; fingerprint: string }

const DAY = 86_400_000
const LIVES = 365 * DAY
/** Made anew before it runs out in the middle of an afternoon's work. */
const MARGIN = 7 * DAY

/** `names`: host names and addresses that it is good for. */
export function makeCertificate(names: readonly string[], now = Date.now()): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const signed = sequence(oid('1.2.840.10045.4.3.2')) // ecdsa-with-SHA256
  const self = sequence(setOf(sequence(oid('2.5.4.3'), utf8('Duiding'))))
  const body = sequence(
    tagged(0xa0, integer(Buffer.from([2]))), // version 3
    integer(randomBytes(16)), signed, self,
    // A day back: the clocks of two machines are seldom alike.
    sequence(utcTime(now - DAY), utcTime(now + LIVES)),
    self, publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(
      sequence(oid('2.5.29.19'), yes, octets(sequence())), // basic constraints: not an authority
      sequence(oid('2.5.29.37'), octets(sequence(oid('1.3.6.1.5.5.7.3.1')))), // for servers
      sequence(oid('2.5.29.17'), octets(sequence(...names.map(alternativeName))))
    ))
  )
  const whole = sequence(body, signed, bits(sign('sha256', body, privateKey)))
  const cert = `-----BEGIN CERTIFICATE-----\n${whole.toString('base64').match(/.{1,64}/g)!.join('\n')}\n-----END CERTIFICATE-----\n`
  return { key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), cert, fingerprint: new X509Certificate(cert).fingerprint256 }
}

const alternativeName = (name: string): Buffer => (isIP(name) ? tagged(0x87, addressBytes(name)) : tagged(0x82, Buffer.from(name, 'latin1')))

function addressBytes(address: string): Buffer {
  if (isIPv4(address)) return Buffer.from(address.split('.').map(Number))
  const [head, tail] = address.split('::') as [string, string?]
  const groups = (part: string | undefined): number[] => (part ? part.split(':').map((group) => Number.parseInt(group, 16)) : [])
  const [front, back] = [groups(head), groups(tail)]
  const all = [...front, ...Array.from({ length: 8 - front.length - back.length }, () => 0), ...back]
  return Buffer.from(all.flatMap((group) => [group >> 8, group & 255]))
}

/** The kept one when it is good for all these names for a while yet, else a new one. Kept where only this person may read. */
export function certificateFor(profile: string, names: readonly string[], now = Date.now()): Certificate {
  const file = join(profile, 'lan-certificate.pem')
  const kept = readKept(file)
  if (kept && isGood(kept.cert, kept.key, names, now)) return kept
  const made = makeCertificate(names, now)
  writeFileSync(`${file}.${process.pid}`, made.key + made.cert, { mode: 0o600 })
  renameSync(`${file}.${process.pid}`, file)
  return made
}

function readKept(file: string): Certificate | null {
  try {
    const [key, cert] = readFileSync(file, 'utf8').match(/-----BEGIN [\s\S]*?-----END [A-Z ]+-----\n/g) as [string, string]
    return { key, cert, fingerprint: new X509Certificate(cert).fingerprint256 }
  } catch {
    return null // none yet, or one that cannot be read: then a new one is made
  }
}

function isGood(cert: string, key: string, names: readonly string[], now: number): boolean {
  const certificate = new X509Certificate(cert)
  const own: KeyObject = createPrivateKey(key)
  return certificate.checkPrivateKey(own) && Date.parse(certificate.validTo) - now > MARGIN
    && names.every((name) => (isIP(name) ? certificate.checkIP(name) : certificate.checkHost(name)) !== undefined)
}
