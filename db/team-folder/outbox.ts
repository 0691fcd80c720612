// Publishing: what this mirror has and the team folder does not becomes the next file of its own directory. First the file is kept on the
// own disk, so that a number means the same bytes for ever, whatever happens between writing and renaming.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { newId } from '../../shared/domain/ids.ts'
import { opsAfter, type WireOp } from '../replication/wire.ts'
import { needsWords, putContent } from './content.ts'
import { opFileName, readOpName } from './names.ts'
import { openOps, sealOps } from './op-file.ts'
import { heardIn, raise, writeWhole } from './record.ts'
import { keepRecord, type Team } from './team.ts'

/** So many ops a file at most, but for the gesture that crosses it. */
const FULL = 2000

/** Publishes all there is; throws what the disk throws: then the rest is published another time, and nothing is lost or doubled. */
export async function publish(team: Team): Promise<void> {
  await showSealed(team)
  for (let ops = nextOps(team); ops.length > 0; ops = nextOps(team)) {
    await putContent(team, ops.filter(needsWords).map(({ id }) => id))
    const number = lastSealed(team) + 1
    writeWhole(sealedFile(team, number), sealOps(team.record.project, team.record.writer, number, ops, upToOf(team, number - 1)))
    await showSealed(team)
  }
}

/** How far the own files up to this number go; nothing is known of it when the file before is gone from this disk too. */
function upToOf(team: Team, number: number): Record<string, number> | undefined {
  if (number === 0) return {}
  const file = sealedFile(team, number)
  return existsSync(file) ? openOps(readFileSync(file))?.upTo : undefined
}

/** How many ops of this mirror are not in the team folder yet. */
export function countUnshared({ store, record }: Pick<Team, 'store' | 'record'>): number {
  return store.get<{ n: number }>(
    `SELECT count(*) AS n FROM replica r JOIN op o ON o.replica = r.num AND o.rseq > coalesce((SELECT h.value ->> 1 FROM json_each(?) h WHERE h.value ->> 0 = hex(r.id)), 0)`,
    [JSON.stringify(Object.entries(record.told).map(([id, last]) => [Buffer.from(id, 'base64url').toString('hex').toUpperCase(), last]))])!.n
}

/** Own files that somebody took away from the team folder are put back, byte for byte, and the words that go with them. */
export async function putBack(team: Team): Promise<void> {
  const { disk, folder, record } = team
  const there = new Set(await disk.list(join(folder, record.writer)))
  for (let number = 1; number <= record.shown; number++) {
    if (!there.has(opFileName(number)) && existsSync(sealedFile(team, number))) await disk.put(shownFile(team, number), readFileSync(sealedFile(team, number)))
  }
  await putContent(team, record.content)
}

function nextOps({ store, record }: Team): WireOp[] {
  const ops: WireOp[] = []
  for (const op of opsAfter(store, heardIn(record.told))) {
    if (ops.length >= FULL && op.rseq === op.tx) break
    ops.push(op)
  }
  return ops
}

/** Brings files that were sealed into the team folder, in the order of their numbers, each read back. */
async function showSealed(team: Team): Promise<void> {
  const { record, disk } = team
  for (let number = record.shown + 1, last = lastSealed(team); number <= last; number++) {
    const bytes = readFileSync(sealedFile(team, number))
    const there = await disk.read(shownFile(team, number))
    if (there && !there.equals(bytes) && openOps(there)) return beAnother(team) // a copy of this profile writes here too: from now on each has its own
    if (!there?.equals(bytes)) await disk.put(shownFile(team, number), bytes)
    raise(record.told, openOps(bytes)!.lines)
    record.shown = number
    record.next[record.writer] = number + 1
    keepRecord(team)
  }
}

function beAnother(team: Team): void {
  team.record.next[team.record.writer] = 1 // what the other one wrote is read
  Object.assign(team.record, { writer: newId(), shown: 0 })
  keepRecord(team)
}

const outbox = ({ home, record }: Team): string => join(home, 'outbox', record.writer)
const sealedFile = (team: Team, number: number): string => join(outbox(team), opFileName(number))
const shownFile = ({ folder, record }: Team, number: number): string => join(folder, record.writer, opFileName(number))

function lastSealed(team: Team): number {
  if (!existsSync(outbox(team))) return team.record.shown
  return Math.max(team.record.shown, ...readdirSync(outbox(team)).map((name) => readOpName(name)).flatMap((read) => (read?.plain ? [read.number] : [])))
}
