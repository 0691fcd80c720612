// What a bench needs before its questions: a story file, coders and codes, and codings with their ops, written in bulk.
import { closeSync, openSync, writeSync } from 'node:fs'
import { csvLine } from '../../db/exchange/write-csv.ts'
import { stableId, toBlob, toId } from '../../db/ids.ts'
import { openStore } from '../../db/open.ts'
import { projectSalt } from '../../db/project.ts'
import { takeReplica } from '../../db/replica.ts'
import type { Store } from '../../db/store.ts'
import { newId } from '../../shared/domain/ids.ts'
import { cellsOf, HEADINGS, isDone, makeCodings, makeStories, toldIn, type Size } from './workload.ts'

/** Writes the workload's stories as a CSV file. */
export function writeStoryFile(path: string, size: Size): void {
  const file = openSync(path, 'w')
  writeSync(file, csvLine(HEADINGS))
  for (const story of makeStories(size)) writeSync(file, csvLine(cellsOf(story)))
  closeSync(file)
}

/** Coders, codes, readings and codings on top of the imported stories; each coding with its op, as coding by hand would leave it. */
export function seedCodings(path: string, profile: string, size: Size): void {
  const store = openStore(path)
  takeReplica(store, profile)
  store.db.transaction(() => {
    const coderIds = Array.from({ length: size.coders }, () => newId())
    for (let at = 0; at < size.coders; at++) {
      store.run(`INSERT INTO coder (id, name, initials, colour, role, background, statement, removed) VALUES (?, ?, ?, ?, 'coder', '', '', 0)`, [toBlob(coderIds[at]!), `Codeur ${at + 1}`, `C${at + 1}`, at % 12 + 1])
    }
    // Twenty codes at the top, the others below them.
    for (let at = 0; at < size.codes; at++) {
      store.run(`INSERT INTO code (id, parent, position, name, colour, definition, include, exclude, flag, retired, removed) VALUES (?, ?, ?, ?, ?, '', '', '', '', 0, 0)`,
        [toBlob(newId()), at < 20 ? null : at % 20 + 1, at, `Code ${at + 1}`, at % 12 + 1])
    }
    const stories = store.all<{ num: number; id: Buffer }>(`SELECT num, id FROM story WHERE state = 'live' ORDER BY num`)
    // With the ids that the product gives them, so that going on with a reading finds it.
    const salt = projectSalt(store)
    stories.forEach(({ num, id }, story) => {
      for (let coder = 0; coder < size.coders; coder++) {
        if (isDone(story, coder)) store.run('INSERT INTO reading (id, story, coder, done, position, revealed) VALUES (?, ?, ?, 1, 0, 1)', [toBlob(stableId(salt, 'reading', toId(id), coderIds[coder]!)), num, coder + 1])
      }
    })
  })()
  writeCodings(store, size)
  store.db.pragma('wal_checkpoint(TRUNCATE)')
  store.close()
}

/** Two waves and who told in them: last of all, as other questions become other ones where tellers told twice. */
export function seedWaves(store: Store): [first: string, second: string] {
  const waves: [string, string] = [newId(), newId()]
  const stories = store.firsts(`SELECT num FROM story WHERE state = 'live' ORDER BY num`).all() as number[]
  store.db.transaction(() => {
    waves.forEach((wave, at) => store.run('INSERT INTO wave (num, id, name, position, removed) VALUES (?, ?, ?, ?, 0)', [at + 1, toBlob(wave), `Meting ${at + 1}`, at]))
    stories.forEach((num, story) => {
      const { wave, teller } = toldIn(story)
      if (wave === 1) store.run('INSERT INTO teller (num, id) VALUES (?, ?)', [teller, toBlob(newId())])
      store.run('UPDATE story SET wave = ?, teller = ? WHERE num = ?', [wave, teller, num])
    })
  })()
  return waves
}

function writeCodings(store: Store, size: Size): void {
  const texts = store.all<{ story: number; text: number; id: Buffer }>(`SELECT s.num AS story, t.num AS text, t.id FROM story s JOIN text t ON t.story = s.num AND t.kind = 'main' WHERE s.state = 'live' ORDER BY s.num`)
  const codes = store.all<{ num: number; id: Buffer }>('SELECT num, id FROM code ORDER BY num')
  const coders = store.all<{ num: number; id: Buffer }>('SELECT num, id FROM coder ORDER BY num')
  const coding = store.sql(`INSERT INTO coding (id, story, text, revision, start, "end", at_start, at_end, checksum, code, coder, flag, removed) VALUES (?, ?, ?, 1, ?, ?, ?, ?, '0123456789abcdef', ?, ?, '', 0)`)
  const op = store.sql(`INSERT INTO op (replica, rseq, hlc, tx, coder, kind, entity, entity_id, patch, before, prev) VALUES (?, ?, ?, ?, ?, 'coding.applied', 'coding', ?, ?, NULL, NULL)`)
  let rseq = store.get<{ last: number | null }>('SELECT max(rseq) AS last FROM op WHERE replica = ?', [store.replica!.num])!.last ?? 0
  store.db.transaction(() => {
    for (const { story, start, end, code, coder } of makeCodings(size)) {
      const id = toBlob(newId())
      const [text, node, person] = [texts[story]!, codes[code]!, coders[coder]!]
      coding.run(id, text.story, text.text, start, end, start, end, node.num, person.num)
      rseq++
      op.run(store.replica!.num, rseq, rseq * 1024, rseq, person.id, id, JSON.stringify({
        text: toId(text.id), revision: 1, start, end, checksum: '0123456789abcdef', code: toId(node.id), coder: toId(person.id), flag: '', removed: false
      }))
    }
  })()
}
