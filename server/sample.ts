// The sample project: built from its sources into the installation's own folder, so that it can be played with.
import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildSample } from '../demo/build.ts'
import type { SampleGroup, SampleMemo, SampleProject } from '../demo/sample.ts'
import type { Id } from '../shared/domain/ids.ts'
import { newId } from '../shared/domain/ids.ts'
import type { Role } from '../shared/contract/coder.ts'
import type { Target } from '../shared/contract/theme.ts'
import { assignmentId } from '../db/assignments.ts'
import { checksumOf } from '../db/codings.ts'
import { createStore } from '../db/open.ts'
import { projectId, projectSalt } from '../db/project.ts'
import type { Writer } from '../db/record.ts'
import { findReading } from '../db/readings.ts'
import { beginImport } from '../db/staging.ts'
import { listMainTexts } from '../db/stories.ts'
import { partId } from '../db/themes.ts'
import { SHARED_LAYER } from '../shared/domain/names.ts'
import type { Store } from '../db/store.ts'
import { transact } from '../db/transact.ts'

/** The path of the sample, made when it is not there yet. `fresh`: one more beside those that were played with, which stay. */
export async function sampleFile(folder: string, fresh: boolean): Promise<string> {
  const path = fresh ? freeName(folder) : join(folder, 'Demostad.duiding')
  if (!existsSync(path)) {
    // Built aside and then named, so that a half-made sample is never opened.
    const aside = join(folder, `Demostad-${process.pid}.duiding`)
    remove(aside)
    await writeSample(aside, folder, buildSample())
    renameSync(aside, path)
  }
  return path
}

function freeName(folder: string): string {
  for (let number = 1; ; number++) {
    const path = join(folder, `Demostad${number === 1 ? '' : ` ${number}`}.duiding`)
    if (!existsSync(path)) return path
  }
}

const remove = (path: string): void => ['', '-wal', '-shm'].forEach((ending) => rmSync(path + ending, { force: true }))

/** Makes a project file of a sample study: stories through an import, all else through ops. */
export async function writeSample(path: string, profile: string, sample: SampleProject): Promise<void> {
  const { title, question, language } = sample.project
  const store = createStore(path, { title, question, language })
  const coders = new Map(sample.coders.map(({ key }) => [key, newId()]))
  const lead = coders.get(sample.coders.find(({ role }) => role === 'lead')!.key)!
  await transact(store, { coder: lead, undoable: false, profile }, (write) => {
    sample.coders.forEach((coder, place) => joinCoder(write, coders.get(coder.key)!, { ...coder, place }))
    coders.set(AGREED, newId())
    if (sample.agreed.length > 0) joinCoder(write, coders.get(AGREED)!, { name: SHARED_LAYER[language], initials: SHARED_LAYER.sign, role: 'consensus', background: '', statement: '', place: sample.coders.length })
  })
  for (const group of sample.project.groups) await importGroup(store, profile, lead, sample, group)
  const stories = new Map(listMainTexts(store).map(({ sourceId, story, text }) => [sourceId, { id: story, text }]))
  const codes = await writeCodes(store, profile, lead, sample)
  const codings = new Map<string, Id>()
  for (const coder of [...sample.coders.map(({ key }) => key), AGREED]) await writeCodings(store, profile, coder, sample, { coders, codes, stories, codings })
  for (const { key } of sample.coders) {
    await transact(store, { coder: coders.get(key)!, undoable: false, profile }, (write) => {
      for (const memo of sample.memos.filter((entry) => entry.coder === key)) writeMemo(write, coders.get(key)!, memo, { codes, stories, codings })
      for (const reading of sample.readings.filter((entry) => entry.coder === key)) markReading(write, coders.get(key)!, stories.get(reading.story)!.id, reading.done)
    })
  }
  // Without it no story would count as read in the shared layer, and no code as absent.
  const talkedOver = sample.agreed.length > 0 ? new Set(sample.readings.filter(({ done }) => done).map(({ story }) => story)) : []
  await transact(store, { coder: coders.get(AGREED)!, undoable: false, profile }, (write) => {
    for (const story of talkedOver) markReading(write, coders.get(AGREED)!, stories.get(story)!.id, true)
  })
  // Each coder was given the stories they opened, so that coverage has a division to tell of.
  await transact(store, { coder: lead, undoable: false, profile }, (write) => {
    for (const { story, coder: key } of sample.readings) {
      const [given, coder] = [stories.get(story)!.id, coders.get(key)!]
      write.insert('assignment.made', 'assignment', assignmentId(store, given, coder), { story: given, coder, removed: false }, { story: given })
    }
  })
  await writeThemes(store, profile, sample, { coders, codes, codings })
  store.db.pragma('wal_checkpoint(TRUNCATE)')
  store.close()
}

const AGREED = 'agreed'
type Stories = Map<string, { id: Id; text: Id }>
type Known = { coders: Map<string, Id>; codes: Map<string, Id>; stories: Stories; codings: Map<string, Id> }

function joinCoder(write: Writer, id: Id, { name, initials, role, background, statement, place }: { name: string; initials: string; role: Role; background: string; statement: string; place: number }): void {
  write.insert('coder.joined', 'coder', id, { name, initials, colour: (place % 12) + 1, role, background, statement, removed: false })
}

async function importGroup(store: Store, profile: string, coder: Id, sample: SampleProject, group: { key: SampleGroup; name: string }): Promise<void> {
  const signifiers = sample.signifiers.filter(({ wordings }) => wordings[group.key] !== undefined).map(({ shape, wordings }) => ({ ...shape, title: wordings[group.key]! }))
  const stories = sample.stories.filter((story) => story.group === group.key)
  const writer = await beginImport(store, { coder, profile, files: [`${group.name} (verzonnen)`], mapping: '{}', signifiers })
  await writer.add(stories.map((story, place) => ({
    row: place + 2, sourceId: story.id, group: group.name, teller: null, wave: null, collectedOn: story.collectedOn, language: story.language, channel: story.channel,
    consent: true, text: story.text, answers: story.answers
  })))
  await writer.finish(signifiers)
}

async function writeCodes(store: Store, profile: string, coder: Id, sample: SampleProject): Promise<Map<string, Id>> {
  const codes = new Map(sample.codes.map(({ key }) => [key, newId()]))
  await transact(store, { coder, undoable: false, profile }, (write) => sample.codes.forEach((code, place) => {
    write.insert('code.created', 'code', codes.get(code.key)!, {
      parent: code.parent === null ? null : codes.get(code.parent)!, position: place + 1, name: code.name, colour: code.hue + 1, definition: code.definition,
      include: code.include, exclude: code.exclude, flag: '', retired: false, mergedInto: null, removed: false
    })
  }))
  return codes
}

async function writeCodings(store: Store, profile: string, coder: string, sample: SampleProject, { coders, codes, stories, codings }: Known): Promise<void> {
  const own = coder === AGREED ? sample.agreed : sample.codings.filter((coding) => coding.coder === coder)
  const salt = projectSalt(store)
  const id = coders.get(coder)!
  await transact(store, { coder: id, undoable: false, profile }, (write) => {
    for (const { key, story, start, end, quote, code } of own) {
      const coding = newId()
      codings.set(key, coding)
      write.insert('coding.applied', 'coding', coding, {
        text: stories.get(story)!.text, revision: 1, start, end, checksum: checksumOf(salt, quote), code: codes.get(code)!, coder: id, flag: '', removed: false
      })
    }
  })
}

function writeMemo(write: Writer, coder: Id, memo: SampleMemo, { codes, stories, codings }: Omit<Known, 'coders'>): void {
  const { on } = memo
  const aboutId = on.kind === 'journal' ? projectId(write.store) : on.kind === 'story' ? stories.get(on.story)!.id : on.kind === 'code' ? codes.get(on.code)! : codings.get(on.coding)!
  write.insert('memo.written', 'memo', newId(), {
    about: on.kind === 'journal' ? 'project' : on.kind, aboutId, thread: null, title: '', body: memo.text, private: false, coder, at: Date.parse(memo.at), removed: false
  })
}

async function writeThemes(store: Store, profile: string, sample: SampleProject, { coders, codes, codings }: Omit<Known, 'stories'>): Promise<void> {
  for (const [at, { codes: laid, fragments, coder: key, ...words }] of sample.themes.entries()) {
    const [theme, coder] = [newId(), coders.get(key)!]
    await transact(store, { coder, undoable: false, profile }, (write) => {
      write.insert('theme.created', 'theme', theme, { ...words, colour: at + 1, position: at + 1, removed: false })
      const lay = (target: Target, position: number, more: { side: string; note: string; telling: boolean }): void =>
        write.insert('part.placed', 'theme_part', partId(store, theme, target), { theme, code: null, coding: null, memo: null, story: null, ...target, position, ...more, coder, removed: false })
      laid.forEach((code, place) => lay({ code: codes.get(code)! }, place + 1, { side: 'supports', note: '', telling: false }))
      fragments.forEach(({ coding, ...more }, place) => lay({ coding: codings.get(coding)! }, laid.length + place + 1, more))
    })
  }
}

function markReading(write: Writer, coder: Id, story: Id, done: boolean): void {
  write.insert('reading.opened', 'reading', findReading(write.store, story, coder).id, { story, coder, openedAt: write.now, done, position: 0, revealed: done })
}
