// The projects the window's bench opens: each as large, in one direction, as a goal asks for.
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { seededRandom } from '../../shared/statistics/random.ts'
import { longText, manyCodings } from '../renderer/reader/samples.ts'
import { plainProject, type PlainStory } from '../support/plain-project.ts'
import { seedCodings, writeStoryFile } from './seed.ts'
import { SIZES } from './workload.ts'

export const CODERS = ['Anna de Boer', 'Carla Mulder', 'Joost Visser', 'Zeynep Kaya']
const coders = CODERS.map((name, at) => ({ name, role: at === 0 ? 'lead' : 'coder' }))
const codes = (count: number): { name: string }[] => Array.from({ length: count }, (_, at) => ({ name: `code ${at}` }))
const written = (plain: Parameters<typeof plainProject>[0]): ReturnType<typeof plainProject> => {
  const made = plainProject(plain)
  made.store.db.pragma('wal_checkpoint(TRUNCATE)')
  return made
}
const coded = (characters: number, codings: number, names: number): PlainStory => ({
  body: longText(characters),
  codings: manyCodings(codings, characters, names).map(({ codeName, start, end }, at) => ({ coder: CODERS[at % 4]!, code: codeName, start, end }))
})

/** A short story, a transcript, and stories as they mostly are. */
export const longStory = (characters: number, codings: number, names: number): ReturnType<typeof plainProject> =>
  written({ coders, codes: codes(names), stories: [coded(1500, 5, names), coded(characters, codings, names), ...Array.from({ length: 20 }, () => coded(1500, 12, names))] })

/** 2,000 stories, 50,000 codings, a scale: for a table of many codes and columns. */
export function wideTable(names: number): ReturnType<typeof plainProject> {
  const random = seededRandom(20_261_123)
  const whole = (most: number): number => Math.floor(random() * most)
  return written({
    coders, codes: codes(names), signifiers: [{ key: 'schaal', kind: 'slider', title: 'Schaal', anchors: ['niet', 'wel'] }],
    stories: Array.from({ length: 2000 }, () => ({
      body: 'Toen kwam zij langs en vroeg hoe het ging.', answers: { schaal: { value: whole(101) } }, doneBy: [CODERS[0]!],
      codings: Array.from({ length: 25 }, () => ({ coder: CODERS[whole(4)]!, code: `code ${whole(names)}`, start: whole(20), end: 22 + whole(18) }))
    }))
  })
}

/** So many dots in one triad. */
export function manyDots(count: number): ReturnType<typeof plainProject> {
  const random = seededRandom(20_261_124)
  return written({
    coders, codes: codes(1), signifiers: [{ key: 'wie', kind: 'triad', title: 'Wie bepaalde?', anchors: ['Het gezin', 'De hulp', 'Samen'] }],
    stories: Array.from({ length: count }, () => {
      const [a, b] = [random() * 100, random() * 100].toSorted((x, y) => x - y) as [number, number]
      return { body: 'Kort.', answers: { wie: { shares: [a, b - a, 100 - b] as [number, number, number] } } }
    })
  })
}

/** The large workload, as the host's bench makes it. */
export function large(folder: string): string {
  const [file, project, profile] = [join(folder, 'stories.csv'), join(folder, 'large.duiding'), join(folder, 'import')]
  writeStoryFile(file, SIZES.L!)
  execFileSync(process.execPath, [fileURLToPath(new URL('product.ts', import.meta.url)), 'import', project, profile, file], { stdio: ['ignore', 'ignore', 'inherit'] })
  seedCodings(project, profile, SIZES.L!)
  return project
}
