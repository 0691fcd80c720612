// npm run soak -- --lan: "samen coderen" over a real cable to another network namespace, colleague after colleague: each is refused without
// the code and with another certificate, joins, codes, and is put out.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { openStore } from '../../db/open.ts'
import { startHost } from '../../server/start.ts'
import { newId, type Id } from '../../shared/domain/ids.ts'
import type { Invite, LanOpen } from '../../shared/contract/lan.ts'
import type { Result } from '../../shared/errors.ts'
import { otherMachine, type OtherMachine } from '../support/other-machine.ts'
import { plainStories } from '../support/plain-stories.ts'
import { plainWindow } from '../support/window.ts'

const BODY = 'Het klikte meteen met Sanne, en dat was nieuw voor ons.'
/** What every colleague must see; `outAfter` in milliseconds. */
const EXPECTED = {
  bare: '403 lan.not_in', wrongCode: '403 lan.wrong_code', otherHost: '403 host.wrong_address', otherOrigin: '403 host.wrong_address', otherCookie: '403 lan.not_in', otherCertificate: 'lan.other_certificate', loopback: 'no answer',
  stands: true, closed: 4000, after: 'lan.not_in', sameCode: '403 lan.wrong_code', outAfter: 1000
}
type Seen = typeof EXPECTED

/** Prints what was seen; gives the exit code. */
export async function soakLan(colleagues: number): Promise<number> {
  const machine = otherMachine()
  if (!machine) {
    console.log('Skipped: this machine allows no network namespaces (ip netns, as root).')
    return 0
  }
  const folder = mkdtempSync(join(tmpdir(), 'duiding-lan-'))
  try {
    const seen = await oneAfterTheOther(machine, folder, colleagues)
    for (const key of Object.keys(EXPECTED) as (keyof Seen)[]) {
      const values = seen.flatMap((one) => one[key] ?? [])
      const good = values.filter((value) => (key === 'outAfter' ? Number(value) <= EXPECTED.outAfter : value === EXPECTED[key])).length
      const shown = key === 'outAfter' ? `at most ${Math.max(...seen.map(({ outAfter }) => outAfter))} ms` : [...new Set(values)].join(', ')
      console.log(`${key.padEnd(18)}${shown.padEnd(34)}${good} of ${values.length}${good === values.length ? '' : '  WRONG'}`)
      if (good !== values.length || values.length === 0) process.exitCode = 1
    }
    return Number(process.exitCode ?? 0)
  } finally {
    machine.gone()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function oneAfterTheOther(machine: OtherMachine, folder: string, colleagues: number): Promise<Seen[]> {
  mkdirSync(join(folder, 'host'))
  writeFileSync(join(folder, 'host', 'index.html'), '<!doctype html><title>venster</title>')
  const host = await startHost({ dataFolder: join(folder, 'host'), rendererFolder: join(folder, 'host'), lanAddress: machine.address })
  try {
    const anna = await plainWindow(host)
    const must = async <T>(name: string, input: object): Promise<T> => {
      const result: Result<T> = await anna.call(name, input)
      if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.failure)}`)
      return result.value
    }
    const { path } = await must<{ path: string }>('desk.create', { folder, name: 'Proef', title: 'Proef' })
    const store = openStore(path)
    const text = plainStories(store, [BODY])[0]!.text
    const [coder, code] = [newId(), newId()]
    await must('coder.join', { id: coder, name: 'Anna de Boer' })
    await must('desk.enter', { coder })
    await must('code.create', { id: code, name: 'Klik' })
    const open = await must<LanOpen>('lan.open', {})
    const all: Seen[] = []
    for (let nth = 0; nth < colleagues; nth++) {
      const invite = await must<Invite>('lan.invite', { role: 'coder' })
      const wish = {
        url: open.links[0]!.url, code: invite.code, print: open.fingerprint.replaceAll(':', ''), folder: join(folder, `colleague-${nth}`), name: nameOf(nth), hostPort: host.port,
        fragment: { text, revision: 1, start: nth % 20, end: nth % 20 + 9, quote: BODY.slice(nth % 20, nth % 20 + 9) }, to: code, guesses: nth < 2
      }
      mkdirSync(wish.folder)
      writeFileSync(join(wish.folder, 'index.html'), '<!doctype html><title>venster</title>')
      const lines = colleague(machine, wish)
      const knocked = await lines.next()
      const { coding } = await lines.next() as { coding: Id }
      const stands = store.get('SELECT 1 FROM coding WHERE id = ? AND removed = 0', [Buffer.from(coding, 'base64url')]) !== undefined
      const { open: now } = await must<{ open: LanOpen }>('lan.read', {})
      const since = Date.now()
      await must('lan.remove', { guest: now.guests.at(-1)!.guest })
      const { at, ...out } = await lines.next() as { at: number; closed: number; after: string; sameCode?: string }
      all.push({ ...knocked as Seen, ...out as Partial<Seen>, stands, outAfter: Math.max(0, at - since) })
    }
    store.close()
    return all
  } finally {
    await host.close()
  }
}

/** Letters alone, so that no two names look alike. */
const nameOf = (nth: number): string => `Collega ${String.fromCharCode(65 + nth % 26).repeat(4)} ${String.fromCharCode(65 + Math.floor(nth / 26)).repeat(4)}`

/** What it says, line by line; throws when it ends before. */
function colleague({ within }: OtherMachine, wish: object): { next(): Promise<object> } {
  const script = fileURLToPath(new URL('lan-guest.ts', import.meta.url))
  const child = spawn(within[0]!, [...within.slice(1), process.execPath, script, JSON.stringify(wish)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  void once(child, 'close')
  return {
    async next() {
      const { value, done } = await lines.next()
      if (done) throw new Error('the colleague went without a word')
      return JSON.parse(value) as object
    }
  }
}
