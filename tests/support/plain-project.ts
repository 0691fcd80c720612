// A project file written row by row from a plain description: for counting tests, which need many small projects fast.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stableId, toBlob } from '../../db/ids.ts'
import { createStore } from '../../db/open.ts'
import { projectSalt } from '../../db/project.ts'
import type { Store } from '../../db/store.ts'
import { newId, type Id } from '../../shared/domain/ids.ts'
import type { SignifierKind } from '../../shared/domain/signifier.ts'

export type PlainAnswer =
  | { option: string } | { options: string[] } | { value: number } | { shares: [number, number, number] } | { places: Record<string, [number, number | null]> } | { text: string } | 'na'
export type PlainStory = {
  body: string
  group?: string
  wave?: string
  teller?: string
  collectedOn?: string
  state?: 'staged' | 'live' | 'withdrawn'
  answers?: Record<string, PlainAnswer>
  doneBy?: string[]
  /** coder, code, start, end in the main text, or in the words of that free-text question. */
  codings?: { coder: string; code: string; start: number; end: number; removed?: boolean; in?: string }[]
}
export type PlainProject = {
  blind?: boolean
  coders: { name: string; role?: string }[]
  groups?: string[]
  waves?: string[]
  codes: { name: string; parent?: string; removed?: boolean }[]
  /** Each with the codes laid on it, by the first coder. */
  themes?: { name: string; codes: string[] }[]
  signifiers?: { key: string; kind: SignifierKind; title?: string; options?: string[]; stones?: string[]; anchors?: string[]; askedOf?: string[]; highLast?: boolean }[]
  stories: PlainStory[]
}
export type Plain = { store: Store; path: string; id: (name: string) => Id; close: () => void }

/** Names are unique over coders, groups, waves, codes, signifiers; options and stones are named `key/name`, stories `#1`, `#2`, … */
export function plainProject(project: PlainProject): Plain {
  const folder = mkdtempSync(join(tmpdir(), 'duiding-plain-'))
  const path = join(folder, 'plain.duiding')
  const store = createStore(path, { title: 'Proef' })
  const nums = new Map<string, number>()
  const ids = new Map<string, Id>()
  const add = (name: string | null, table: string, row: Record<string, unknown>): number => {
    const id = newId()
    const columns = Object.keys(row)
    const num = Number(store.run(`INSERT INTO ${table} (${['id', ...columns].join(', ')}) VALUES (?${', ?'.repeat(columns.length)})`, [toBlob(id), ...Object.values(row)]).lastInsertRowid)
    if (name !== null) {
      nums.set(name, num)
      ids.set(name, id)
    }
    return num
  }
  const num = (name: string): number => {
    const found = nums.get(name)
    if (found === undefined) throw new Error(`the plain project has no ${name}`)
    return found
  }
  store.db.transaction(() => {
    store.run('UPDATE project SET blind = ?', [project.blind ? 1 : 0])
    for (const [at, { name, role }] of project.coders.entries()) {
      add(name, 'coder', { name, initials: name.slice(0, 2), colour: at + 1, role: role ?? 'coder', background: '', statement: '', removed: 0 })
    }
    project.groups?.forEach((name, position) => add(name, 'story_group', { name, position, removed: 0 }))
    project.waves?.forEach((name, position) => add(name, 'wave', { name, position, removed: 0 }))
    project.codes.forEach(({ name, parent, removed }, position) => add(name, 'code', {
      parent: parent === undefined ? null : num(parent), position, name, colour: (position % 12) + 1, definition: '', include: '', exclude: '', flag: '', retired: 0, removed: removed ? 1 : 0
    }))
    project.themes?.forEach(({ name, codes }, position) => {
      add(name, 'theme', { name, concept: '', inside: '', outside: '', tensions: '', counter: '', phase: 'themes', colour: 1, position, removed: 0 })
      codes.forEach((code, place) => add(null, 'theme_part', { theme: num(name), code: num(code), side: 'supports', position: place, note: '', telling: 0, coder: num(project.coders[0]!.name), removed: 0 }))
    })
    project.signifiers?.forEach((signifier, position) => {
      const { key, kind } = signifier
      add(key, 'signifier', { key, kind, title: signifier.title ?? key, high_last: signifier.highLast === undefined ? null : Number(signifier.highLast), position, removed: 0 })
      signifier.options?.forEach((name, place) => add(`${key}/${name}`, 'option', { signifier: num(key), key: name, name, position: place }))
      signifier.stones?.forEach((name, place) => add(`${key}/${name}`, 'stone', { signifier: num(key), key: name, name, position: place }))
      signifier.anchors?.forEach((name, place) => store.run('INSERT INTO anchor (signifier, position, name) VALUES (?, ?, ?)', [num(key), place, name]))
      for (const group of signifier.askedOf ?? []) store.run('INSERT INTO wording (signifier, story_group, title) VALUES (?, ?, ?)', [num(key), num(group), key])
    })
    const source = add(null, 'import', { state: 'live', files: '[]', mapping: '{}', at: 0, added: 0, changed: 0, unchanged: 0, absent: 0 })
    project.stories.forEach((story, at) => addStory(story, at + 1, source))
  })()

  function addStory(story: PlainStory, number: number, source: number): void {
    if (story.teller !== undefined && !nums.has(story.teller)) add(story.teller, 'teller', {})
    const at = add(`#${number}`, 'story', {
      import: source, state: story.state ?? 'live', number, source_id: `s${number}`, story_group: story.group === undefined ? null : num(story.group),
      wave: story.wave === undefined ? null : num(story.wave), teller: story.teller === undefined ? null : num(story.teller), collected_on: story.collectedOn ?? null,
      length: story.body.length, content: ''
    })
    const texts = new Map([['', addText(at, 'main', null, story.body)]])
    for (const [key, answer] of Object.entries(story.answers ?? {})) {
      for (const [part, option, value] of partsOf(key, answer, num)) {
        store.run('INSERT INTO answer (signifier, story, part, option, value) VALUES (?, ?, ?, ?, ?)', [num(key), at, part, option, value])
      }
      if (answer !== 'na' && 'text' in answer) texts.set(key, addText(at, 'answer', num(key), answer.text))
    }
    for (const coder of story.doneBy ?? []) {
      const [mine, theirs] = [ids.get(`#${number}`)!, ids.get(coder)!]
      // With the id that the product gives it, so that going on with the reading finds it.
      store.run('INSERT INTO reading (id, story, coder, done, position, revealed) VALUES (?, ?, ?, 1, 0, 1)', [toBlob(stableId(projectSalt(store), 'reading', mine, theirs)), at, num(coder)])
    }
    for (const { coder, code, start, end, removed, in: place } of story.codings ?? []) {
      add(null, 'coding', {
        story: at, text: texts.get(place ?? '')!, revision: 1, start, '"end"': end, at_start: start, at_end: end, checksum: '', code: num(code), coder: num(coder), flag: '', removed: removed ? 1 : 0
      })
    }
  }
  function addText(story: number, kind: string, signifier: number | null, body: string): number {
    const text = add(null, 'text', { story, kind, signifier, newest: 1 })
    store.run('INSERT INTO revision (text, number, body, sha256) VALUES (?, 1, ?, ?)', [text, body, Buffer.alloc(32)])
    return text
  }
  return {
    store,
    path,
    id: (name) => {
      const id = ids.get(name)
      if (id === undefined) throw new Error(`the plain project has no ${name}`)
      return id
    },
    close: () => {
      store.close()
      rmSync(folder, { recursive: true })
    }
  }
}

/** Rows of `answer` as the schema numbers them: part, option, value. */
function partsOf(key: string, answer: PlainAnswer, num: (name: string) => number): [number, number | null, number | null][] {
  if (answer === 'na') return [[-1, null, null]]
  if ('option' in answer) return [[0, num(`${key}/${answer.option}`), null]]
  if ('options' in answer) {
    return answer.options.length === 0 ? [[-2, null, null]] : answer.options.map((name) => [num(`${key}/${name}`), num(`${key}/${name}`), null])
  }
  if ('value' in answer) return [[0, null, answer.value]]
  if ('shares' in answer) return answer.shares.map((share, part) => [part, null, share])
  if ('text' in answer) return [[0, null, null]]
  return Object.entries(answer.places).flatMap(([stone, [x, y]]): [number, null, number][] => {
    const part = 2 * num(`${key}/${stone}`)
    return [[part, null, x], ...(y === null ? [] : [[part + 1, null, y] as [number, null, number]])]
  })
}
