// What an import would do to the project, found out by looking only: which stories are new, changed, the same, or missing from the files.
import { hash } from 'node:crypto'
import type { Id } from '../shared/domain/ids.ts'
import type { StagedStory } from '../shared/importing/staged.ts'
import { stableId, toId } from './ids.ts'
import { projectSalt } from './project.ts'
import type { ImportOutcome } from './staging.ts'
import { contentOf, storyId } from './staging-stories.ts'
import type { Store } from './store.ts'
import { createRetold, type ToldAgain } from './told-again.ts'

export type Rehearsed = Omit<ImportOutcome, 'import'>
export type Rehearsal = { add(stories: StagedStory[]): Promise<void>; again(): ToldAgain[]; met(): ReadonlySet<number>; end(): Rehearsed }

/** Takes the stories an import would take and writes nothing; `end` gives what ImportWriter.finish would. */
export function rehearseImport(store: Store): Rehearsal {
  const salt = projectSalt(store)
  const outcome: Rehearsed = { added: 0, changed: 0, unchanged: 0, absent: [], withdrawn: [], textDiffers: [] }
  const seen = new Set<number>()
  const retold = createRetold(store)
  /** The group and wave of the files' stories, by ids; a story of another group or wave is not missed in them. */
  const met = new Set<string>()
  const idOf = (table: 'story_group' | 'wave', name: string | null): Id => (name === null ? '' : stableId(salt, table, name.toLocaleLowerCase('nl')))

  function look(story: StagedStory): void {
    const id = storyId(salt, story)
    met.add(`${idOf('story_group', story.group)}/${idOf('wave', story.wave)}`)
    const known = store.get<{ num: number; state: string; content: string }>(`SELECT num, state, content FROM story WHERE id = ? AND state <> 'staged'`, [id])
    if (known) seen.add(known.num)
    if (!known) {
      outcome.added++
      retold.note(story.sourceId, hash('sha256', story.text, 'buffer'), story.text.length)
    } else if (known.state === 'withdrawn') outcome.withdrawn.push(story.sourceId)
    else if (known.content === contentOf(salt, story)) outcome.unchanged++
    else {
      outcome.changed++
      if (wordsDiffer(store, known.num, story)) outcome.textDiffers.push(story.sourceId)
    }
  }

  return {
    add: async (stories) => stories.forEach(look),
    again: () => retold.found(seen),
    met: () => seen,
    end() {
      const stories = store.all<{ num: number; id: Buffer; source_id: string; story_group: Buffer | null; wave: Buffer | null }>(
        `SELECT s.num, s.id, s.source_id, g.id AS story_group, w.id AS wave FROM story s LEFT JOIN story_group g ON g.num = s.story_group LEFT JOIN wave w ON w.num = s.wave WHERE s.state = 'live'`)
      const place = (id: Buffer | null): string => (id ? toId(id) : '')
      outcome.absent = stories.filter((row) => !seen.has(row.num) && met.has(`${place(row.story_group)}/${place(row.wave)}`))
        .map((row) => ({ id: toId(row.id), sourceId: row.source_id }))
      return outcome
    }
  }
}

/** Of the story itself, or of a free-text answer that is there already. */
function wordsDiffer(store: Store, num: number, story: StagedStory): boolean {
  const texts = store.all<{ key: string | null; body: string }>(
    'SELECT s.key, r.body FROM text t JOIN revision r ON r.text = t.num AND r.number = 1 LEFT JOIN signifier s ON s.num = t.signifier WHERE t.story = ?', [num])
  return texts.some(({ key, body }) => {
    const told = key === null ? story.text : story.answers[key]
    if (told === undefined || typeof told === 'string') return key === null && told !== body
    return told.is === 'text' && told.text !== body
  })
}
