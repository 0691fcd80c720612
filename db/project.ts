// The project row and its totals.
import { z } from 'zod'
import type { Id } from '../shared/domain/ids.ts'
import type { ProjectDetails } from '../shared/contract/project.ts'
import { Phase } from '../shared/domain/phase.ts'
import type { StopWords } from '../shared/text/stop-words.ts'
import { toId } from './ids.ts'
import { readJson } from './json.ts'
import type { Store } from './store.ts'

type Raw = { id: Buffer; title: string; question: string; language: 'nl' | 'en'; blind: number; agreement: number; phase: string }
type Place = { id: Buffer; name: string; stories: number }

export const projectId = (store: Store): Id => toId(store.get<{ id: Buffer }>('SELECT id FROM project')!.id)
export const projectTitle = (store: Store): string => store.get<{ title: string }>('SELECT title FROM project')!.title
/** The key of this project's checksums and stable ids; it never leaves the host. */
export const projectSalt = (store: Store): Buffer => store.get<{ salt: Buffer }>('SELECT salt FROM project')!.salt

/** How often the project was opened for colleagues; whoever raised it last hosts. */
export const readEpoch = (store: Store): number => store.get<{ epoch: number }>('SELECT epoch FROM project')!.epoch

const Stops: z.ZodType<StopWords> = z.object({ added: z.array(z.string()), dropped: z.array(z.string()) })

/** What this project chose about its words. */
export function readSearchChoices(store: Store): { stops: StopWords; suggestions: boolean } {
  const { stop_words, suggestions } = store.get<{ stop_words: string; suggestions: number }>('SELECT stop_words, suggestions FROM project')!
  return { stops: readJson(Stops, stop_words) ?? { added: [], dropped: [] }, suggestions: suggestions === 1 }
}

export function readProject(store: Store): ProjectDetails {
  const row = store.get<Raw>('SELECT id, title, question, language, blind, agreement, phase FROM project')!
  const count = (sql: string): number => store.get<{ n: number }>(`SELECT count(*) AS n FROM ${sql}`)!.n
  return {
    id: toId(row.id), title: row.title, question: row.question, language: row.language, blind: row.blind === 1, agreement: row.agreement === 1, phase: Phase.safeParse(row.phase).data ?? null,
    stories: count(`story WHERE state = 'live'`), codes: count('code WHERE removed = 0 AND retired = 0'),
    groups: places(store, 'story_group'), waves: places(store, 'wave'),
    hasConsensus: count(`reading r JOIN coder k ON k.num = r.coder WHERE k.role = 'consensus' AND r.done = 1`) > 0, readonly: store.readonly
  }
}

const places = (store: Store, table: 'story_group' | 'wave'): ProjectDetails['groups'] =>
  store.all<Place>(
    `SELECT p.id, p.name, (SELECT count(*) FROM story s WHERE s.${table} = p.num AND s.state = 'live') AS stories
     FROM ${table} p LEFT JOIN import i ON i.num = p.import WHERE p.removed = 0 AND coalesce(i.state, 'live') = 'live' ORDER BY p.position, p.num`)
    .map((row) => ({ ...row, id: toId(row.id) }))
