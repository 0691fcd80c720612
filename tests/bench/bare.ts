// The twin: the same workload in a plain schema with the indexes anyone would make, asked the same in bare SQL, in a process of its own.
// It reads the same story file as the product, with a CSV library, as a script of one afternoon would: no look at encodings or bad cells.
import Database from 'better-sqlite3'
import { createReadStream } from 'node:fs'
import Papa from 'papaparse'
import { askPair, askScale, askTheme, askWaves } from './bare-questions.ts'
import { once, peakMemory, timed, WRITING, type Figures } from './timing.ts'
import { isDone, makeCodings, OPTIONS, PAIR, QUESTIONS, SIZES, toldIn, type Size } from './workload.ts'

const SCHEMA = `
CREATE TABLE story (id INTEGER PRIMARY KEY, source TEXT, grp TEXT, day TEXT, body TEXT, wave INTEGER, teller INTEGER);
CREATE TABLE signifier (id INTEGER PRIMARY KEY, key TEXT, kind TEXT);
CREATE TABLE answer (story INTEGER, signifier INTEGER, part INTEGER, opt TEXT, value REAL);
CREATE TABLE code (id INTEGER PRIMARY KEY, parent INTEGER, name TEXT);
CREATE TABLE coder (id INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE coding (id INTEGER PRIMARY KEY, story INTEGER, start INTEGER, end INTEGER, code INTEGER, coder INTEGER);
CREATE TABLE reading (story INTEGER, coder INTEGER, PRIMARY KEY (story, coder)) WITHOUT ROWID;
CREATE INDEX answer_signifier ON answer (signifier, story);
CREATE INDEX answer_story ON answer (story);`
const CODING_INDEXES = 'CREATE INDEX coding_story ON coding (story); CREATE INDEX coding_code ON coding (code, coder, story);'

const [path, sizeName, source] = process.argv.slice(2) as [string, string, string]
const size = SIZES[sizeName]!
console.log(JSON.stringify(await measure(path, size)))

async function measure(file: string, { stories, codes, coders }: Size): Promise<Figures> {
  const { took, writing } = await fill(file)
  const opening = await timed(() => {
    const db = open(file)
    for (const sql of ['SELECT count(*) FROM coding', 'SELECT coder, count(*) FROM coding GROUP BY coder', 'SELECT grp, count(*) FROM story GROUP BY grp', 'SELECT * FROM code', 'SELECT * FROM signifier']) db.prepare(sql).all()
    db.prepare(`SELECT s.id, s.source, substr(s.body, 1, 140), (SELECT count(*) FROM coding c WHERE c.story = s.id) FROM story s ORDER BY s.id LIMIT 200`).all()
    db.close()
  })
  const db = open(file)
  let next = 0
  const [body, answers, codings] = ['SELECT * FROM story WHERE id = ?', 'SELECT * FROM answer WHERE story = ?', 'SELECT * FROM coding WHERE story = ? ORDER BY start'].map((sql) => db.prepare(sql))
  const story = await timed(() => {
    const id = next++ * 7 % stories + 1
    return [body!.get(id), answers!.all(id), codings!.all(id)]
  }, { rounds: 300 })
  const byCoder = db.prepare('SELECT code, coder, count(*), count(DISTINCT story) FROM coding GROUP BY code, coder')
  const table = db.prepare(`SELECT c.code, CAST((a.value + 5) / 10 AS INTEGER) AS bar, count(DISTINCT c.story) FROM coding c JOIN answer a ON a.story = c.story AND a.signifier = 1 GROUP BY c.code, bar`)
  const first = db.prepare(`SELECT c.*, substr(s.body, c.start + 1, c.end - c.start) AS quote FROM coding c JOIN story s ON s.id = c.story WHERE c.code = ? ORDER BY c.story, c.start LIMIT 50`)
  const [rule, size25] = ['SELECT count(*)', `SELECT s.id, substr(s.body, 1, 140), (SELECT count(*) FROM coding c WHERE c.story = s.id)`].map((select, at) => db.prepare(
    `${select} FROM story s WHERE s.id IN (SELECT story FROM answer WHERE signifier = 1 AND value <= 20) OR s.id IN (SELECT story FROM coding WHERE code = 2)${at === 1 ? ' ORDER BY s.id LIMIT 25' : ''}`))
  const [one, other] = PAIR.map((at) => (at < coders ? at : coders - 2) + 1)
  const figures: Figures = {
    import: once(took), [WRITING]: once(writing), 'open project': opening, 'open a story': story,
    'code × coder': await timed(() => byCoder.all(), { rounds: 15 }), 'code × signifier': await timed(() => table.all(), { rounds: 15 }),
    'first 50 fragments': await timed(() => first.all(next++ * 3 % codes + 1), { rounds: 60 }),
    'a scale by group': await timed(askScale(db)), 'stories of a rule': await timed(() => [rule!.get(), size25!.all()]),
    'a pair compared': await timed(askPair(db, one!, other!), { rounds: 15 }), 'a theme’s evidence': await timed(askTheme(db), { rounds: 15 }), 'two waves': await timed(askWaves(db), { rounds: 15 }), peak: 0
  }
  db.close()
  if (coders < 1) throw new Error('a workload has coders')
  return { ...figures, peak: peakMemory() }
}

function open(file: string): Database.Database {
  const db = new Database(file)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  return db
}

type Cells = Record<string, string>

/** Milliseconds from opening the file to the last commit, and how many of them went into writing rows alone. */
async function fill(file: string): Promise<{ took: number; writing: number }> {
  const db = open(file)
  db.exec(SCHEMA)
  const story = db.prepare('INSERT INTO story (source, grp, day, body) VALUES (?, ?, ?, ?)')
  const answer = db.prepare('INSERT INTO answer (story, signifier, part, opt, value) VALUES (?, ?, ?, ?, ?)')
  const write = db.transaction((batch: Cells[]) => {
    for (const cells of batch) {
      const id = story.run(cells.bron, cells.groep, cells.dag, cells.verhaal).lastInsertRowid
      QUESTIONS.forEach((question, at) => {
        for (const [part, option, value] of rowsOf(question, cells)) answer.run(id, at + 1, part, option, value)
      })
    }
  })
  const start = performance.now()
  let writing = 0
  for await (const batch of rowsInBatches(500)) {
    const before = performance.now()
    write(batch)
    writing += performance.now() - before
  }
  const took = performance.now() - start
  const rest = db.transaction(() => {
    QUESTIONS.forEach(({ key, kind }) => db.prepare('INSERT INTO signifier (key, kind) VALUES (?, ?)').run(key, kind))
    for (let at = 0; at < size.coders; at++) db.prepare('INSERT INTO coder (name) VALUES (?)').run(`Codeur ${at + 1}`)
    for (let at = 0; at < size.codes; at++) db.prepare('INSERT INTO code (parent, name) VALUES (?, ?)').run(at < 20 ? null : at % 20 + 1, `Code ${at + 1}`)
    const told = db.prepare('UPDATE story SET wave = ?, teller = ? WHERE id = ?')
    for (let at = 0; at < size.stories; at++) told.run(toldIn(at).wave, toldIn(at).teller, at + 1)
    const reading = db.prepare('INSERT INTO reading VALUES (?, ?)')
    for (let at = 0; at < size.stories; at++) for (let coder = 0; coder < size.coders; coder++) if (isDone(at, coder)) reading.run(at + 1, coder + 1)
    const coding = db.prepare('INSERT INTO coding (story, start, end, code, coder) VALUES (?, ?, ?, ?, ?)')
    for (const made of makeCodings(size)) coding.run(made.story + 1, made.start, made.end, made.code + 1, made.coder + 1)
    db.exec(CODING_INDEXES)
  })
  rest()
  db.exec('ANALYZE')
  db.close()
  return { took, writing }
}

async function* rowsInBatches(most: number): AsyncGenerator<Cells[]> {
  const rows = createReadStream(source).pipe(Papa.parse(Papa.NODE_STREAM_INPUT, { header: true, delimiter: ';' })) as AsyncIterable<Cells>
  let batch: Cells[] = []
  for await (const cells of rows) {
    batch.push(cells)
    if (batch.length < most) continue
    yield batch
    batch = []
  }
  yield batch
}

function rowsOf({ key, kind }: (typeof QUESTIONS)[number], cells: Cells): [part: number, option: string | null, value: number | null][] {
  if (kind === 'triad') return [0, 1, 2].flatMap((part) => (cells[`${key}_${part}`] ? [[part, null, Number(cells[`${key}_${part}`])]] : []))
  const cell = cells[key]
  if (!cell) return []
  if (kind === 'multi') return cell.split('|').map((option) => [OPTIONS.indexOf(option), option, null])
  return [kind === 'slider' ? [0, null, Number(cell)] : [0, cell, null]]
}
