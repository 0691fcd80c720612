// Codings from a table (story, start, end, quote, code, coder): checked whole first, then written in one transaction.
import type { Code } from '../../shared/contract/code.ts'
import { codesCalled } from '../../shared/domain/code-named.ts'
import { sameName } from '../../shared/domain/names.ts'
import { newId, type Id } from '../../shared/domain/ids.ts'
import { problem, shortened } from '../../shared/importing/messages.ts'
import type { ImportProblem } from '../../shared/importing/staged.ts'
import type { TableRow } from '../../shared/importing/table.ts'
import { openTable } from '../../db/exchange/open-table.ts'
import { listCoders } from '../../db/coders.ts'
import { listCodes } from '../../db/codes.ts'
import { checkFragment, findSameCoding } from '../../db/codings.ts'
import type { Writer } from '../../db/record.ts'
import { listMainTexts, type MainText } from '../../db/stories.ts'
import type { Store } from '../../db/store.ts'
import { transact } from '../../db/transact.ts'
import { createCode } from '../handlers/code.ts'
import { joinCoder } from '../handlers/coder.ts'

export type CodeImportReport =
  | { ok: true; added: number; present: number; newCodes: string[]; newCoders: string[] }
  | { ok: false; problems: ImportProblem[] }
type Row = { row: number; text: Id; revision: number; start: number; end: number; quote: string; code: string; coder: string }

const NEEDED = ['story', 'start', 'end', 'code', 'coder'] as const

/** Unknown codes and coders are made; a coding that is there already is left alone. Nothing is written when one row is wrong. */
export async function importCodings(store: Store, profile: string, path: string, name: string): Promise<CodeImportReport> {
  const opened = await openTable(path, {}, name)
  if (!opened.ok) return opened
  const headings = opened.table.headings.map((heading) => heading.name.trim().toLowerCase())
  const missing = NEEDED.filter((column) => !headings.includes(column))
  if (missing.length > 0) return { ok: false, problems: missing.map((column) => problem('coding_column_absent', { file: name }, { name: column })) }
  const rows: Row[] = []
  const problems: ImportProblem[] = []
  const stories = storiesByName(store)
  for await (const batch of opened.table.batches()) {
    problems.push(...batch.problems.filter(({ severity }) => severity === 'error'))
    for (const row of batch.rows) {
      const read = readRow(name, headings, row, stories)
      if (Array.isArray(read)) problems.push(...read)
      else rows.push(read)
    }
  }
  const wrong = codeProblems(store)
  for (const { row, code } of rows) {
    const found = wrong(code)
    if (found) problems.push(problem(found.key, { file: name, row, column: 'code' }, { code: shortened(code), count: found.count }))
  }
  return problems.length > 0 ? { ok: false, problems } : write(store, profile, rows)
}

/** Codes in use that these words name. One that is used no more counts only where no other bears the name. */
function codesMeant(codes: readonly Code[], words: string): Code[] {
  const called = codesCalled(codes, words)
  const used = called.filter(({ retired }) => !retired)
  return used.length > 0 ? used : called
}

/** Why no coding can be made with a code called so; null: it can, or the code is new. Each name is looked up once. */
function codeProblems(store: Store): (code: string) => { key: 'coding_code_twice' | 'coding_code_retired'; count: number } | null {
  const codes = listCodes(store)
  const known = new Map<string, ReturnType<ReturnType<typeof codeProblems>>>()
  return (code) => {
    if (!known.has(code)) {
      const { length: count, 0: first } = codesMeant(codes, code)
      known.set(code, count > 1 ? { key: 'coding_code_twice', count } : first?.retired ? { key: 'coding_code_retired', count } : null)
    }
    return known.get(code)!
  }
}

/** By source id, and by group/source id; a bare id that two groups share leads to both. */
function storiesByName(store: Store): Map<string, MainText[]> {
  const byName = new Map<string, MainText[]>()
  const add = (key: string, text: MainText): void => void byName.set(key, [...(byName.get(key) ?? []), text])
  for (const text of listMainTexts(store)) {
    add(text.sourceId, text)
    if (text.group !== null) add(`${text.group}/${text.sourceId}`, text)
  }
  return byName
}

function readRow(file: string, headings: string[], { row, cells }: TableRow, stories: Map<string, MainText[]>): Row | ImportProblem[] {
  const cell = (column: string): string => (cells[headings.indexOf(column)] ?? '').trim()
  const at = (column: string) => ({ file, row, column })
  const blank = NEEDED.filter((column) => cell(column) === '')
  if (blank.length > 0) return blank.map((column) => problem('coding_blank', at(column)))
  const found = stories.get(cell('story')) ?? []
  if (found.length === 0) return [problem('coding_story_absent', at('story'), { story: shortened(cell('story')) })]
  if (found.length > 1) return [problem('coding_story_twice', at('story'), { story: shortened(cell('story')), count: found.length })]
  const { text, revision, body } = found[0]!
  const [start, end] = [Number(cell('start')), Number(cell('end'))]
  if (!(Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= body.length)) {
    return [problem('coding_place', at('start'), { start: cell('start'), end: cell('end'), length: body.length })]
  }
  const words = body.slice(start, end)
  // The raw cell, because a quote may begin or end with a space; line ends as the story has them.
  const given = (cells[headings.indexOf('quote')] ?? '').replace(/\r\n?/g, '\n')
  if (given.trim() !== '' && given !== words && given.trim() !== words.trim()) return [problem('coding_quote', at('quote'), { found: shortened(words) })]
  return { row, text, revision, start, end, quote: words, code: cell('code'), coder: cell('coder') }
}

async function write(store: Store, profile: string, rows: Row[]): Promise<CodeImportReport> {
  const report = { ok: true as const, added: 0, present: 0, newCodes: [] as string[], newCoders: [] as string[] }
  await transact(store, { coder: null, undoable: true, profile }, (writer) => {
    const coders = listCoders(store).map(({ id, name }) => ({ id, name }))
    const [there, codes] = [listCodes(store), new Map<string, Id>()]
    for (const row of rows) {
      writer.as(null) // codes and coders that come along stay when a coder undoes the codings
      const coder = coders.find(({ name }) => sameName(name, row.coder))?.id ?? makeCoder(store, writer, coders, report.newCoders, row.coder)
      const called = row.code.toLowerCase()
      const code = codes.get(called) ?? codesMeant(there, row.code)[0]?.id ?? makeCode(store, writer, report.newCodes, row.code)
      codes.set(called, code)
      writer.as(coder)
      if (findSameCoding(store, coder, code, row.text, row.start, row.end)) report.present++
      else {
        apply(store, writer, coder, code, row)
        report.added++
      }
    }
  })
  return report
}

function makeCoder(store: Store, writer: Writer, coders: { id: Id; name: string }[], made: string[], name: string): Id {
  const id = newId()
  joinCoder(store, writer, { id, name })
  coders.push({ id, name })
  made.push(name)
  return id
}

function makeCode(store: Store, writer: Writer, made: string[], name: string): Id {
  const id = newId()
  createCode(store, writer, id, { name, parent: null })
  made.push(name)
  return id
}

function apply(store: Store, writer: Writer, coder: Id, code: Id, { text, revision, start, end, quote }: Row): void {
  const { story, checksum } = checkFragment(store, { text, revision, start, end, quote })
  writer.insert('coding.applied', 'coding', newId(), { text, revision, start, end, checksum, code, coder, flag: '', removed: false }, { story })
}
