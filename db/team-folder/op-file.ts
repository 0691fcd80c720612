// A file of ops as it lies in a team folder: a first line on what it is, a line per op, and a last line with the SHA-256 of all before
// it. Holds no words of stories. Once written it never changes.
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { Id } from '../../shared/domain/ids.ts'
import { WireOp } from '../replication/wire.ts'
import { raise } from './record.ts'

const Head = z.strictObject({
  duiding: z.literal('ops'), version: z.literal(1), project: Id, writer: Id, number: z.number().int().min(1).max(99_999_999),
  /** How many lines of ops follow. */
  ops: z.number().int().min(1).max(1_000_000),
  /** Per replica the op up to which this writer's files with numbers up to this one go, so that who has all that need not read them. */
  upTo: z.record(Id, z.number().int().min(1)).optional()
})
export type OpFileHead = z.infer<typeof Head>
export type OpFile = OpFileHead & { lines: WireOp[] }

const hash = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex')
/** 'sha256 ' + 64 digits + line end. */
const TRAILER = 72

/** `before`: upTo of the file with the number before this one; undefined: not known. */
export function sealOps(project: Id, writer: Id, number: number, ops: readonly WireOp[], before: Record<Id, number> | undefined): Buffer {
  const upTo = before && { ...before }
  if (upTo) raise(upTo, ops)
  const head: OpFileHead = { duiding: 'ops', version: 1, project, writer, number, ops: ops.length, ...(upTo ? { upTo } : {}) }
  const body = [head, ...ops].map((line) => `${JSON.stringify(line)}\n`).join('')
  return Buffer.from(`${body}sha256 ${hash(body)}\n`)
}

/**
 * The ops in these bytes. Null: short, damaged, or not what it says it is. An op that this program cannot read is an op of a newer
 * one: then the whole file waits for that newer program.
 */
export function openOps(bytes: Buffer): OpFile | null {
  const body = bytes.subarray(0, -TRAILER)
  if (bytes.subarray(-TRAILER).toString('latin1') !== `sha256 ${hash(body)}\n`) return null
  try {
    const [first, ...lines] = body.toString('utf8').trimEnd().split('\n')
    const head = Head.parse(JSON.parse(first!))
    const ops = lines.map((line) => WireOp.parse(JSON.parse(line)))
    return ops.length === head.ops && ops.every(({ replica, rseq }) => !head.upTo || rseq <= (head.upTo[replica] ?? 0)) ? { ...head, lines: ops } : null
  } catch {
    return null
  }
}
