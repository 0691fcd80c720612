// Where an import's stories belong: groups, waves and tellers by their names in the source, and the numbers stories are called by.
import { randomInt } from 'node:crypto'
import type { Id } from '../shared/domain/ids.ts'
import type { StagedStory } from '../shared/importing/staged.ts'
import { stableBlob, toId } from './ids.ts'
import type { StoryPlace } from './staging-stories.ts'
import type { Store } from './store.ts'

export type Places = {
  of(story: StagedStory): StoryPlace
  /** Live stories of the groups and waves met that are not among `seen` (their local numbers). */
  absent(seen: Set<number>): { id: Id; sourceId: string }[]
}

/** Groups, waves and tellers, made when first met. */
export function createPlaces(store: Store, salt: Buffer, num: number): Places {
  const nums = new Map<string, number>()
  const named = (table: 'story_group' | 'wave', name: string): number => {
    const key = `${table}/${name}`
    const known = nums.get(key)
    if (known !== undefined) return known
    const id = stableBlob(salt, table, name.toLocaleLowerCase('nl'))
    store.run(`INSERT INTO ${table} (id, import, name, position, removed) VALUES (?, ?, ?, (SELECT coalesce(max(position), 0) + 1 FROM ${table}), 0) ON CONFLICT DO NOTHING`, [id, num, name])
    return remember(key, store.get<{ num: number }>(`SELECT num FROM ${table} WHERE id = ?`, [id])!.num)
  }
  const teller = (name: string): number => {
    const key = `teller/${name}`
    const known = nums.get(key)
    if (known !== undefined) return known
    const id = stableBlob(salt, 'teller', name)
    store.run('INSERT INTO teller (id, import) VALUES (?, ?) ON CONFLICT DO NOTHING', [id, num])
    return remember(key, store.get<{ num: number }>('SELECT num FROM teller WHERE id = ?', [id])!.num)
  }
  const remember = (key: string, found: number): number => {
    nums.set(key, found)
    return found
  }
  const met = new Set<string>()
  return {
    of(story) {
      const place = {
        group: story.group === null ? null : named('story_group', story.group), wave: story.wave === null ? null : named('wave', story.wave),
        teller: story.teller === null ? null : teller(story.teller)
      }
      met.add(placeKey(place.group, place.wave))
      return place
    },
    absent(seen) {
      return store.all<{ num: number; id: Buffer; source_id: string; story_group: number | null; wave: number | null }>(
        `SELECT num, id, source_id, story_group, wave FROM story WHERE state = 'live' AND import <> ?`, [num])
        .filter((row) => !seen.has(row.num) && met.has(placeKey(row.story_group, row.wave)))
        .map((row) => ({ id: toId(row.id), sourceId: row.source_id }))
    }
  }
}

const placeKey = (group: number | null, wave: number | null): string => `${group ?? 0}/${wave ?? 0}`

/** Random numbers nobody bears yet: four digits while there are few stories, more digits as they get many. */
export function createNumbers(store: Store): () => number {
  const taken = new Set(store.all<{ number: number }>('SELECT number FROM story').map((row) => row.number))
  return () => {
    let low = 1000
    while (taken.size > low * 3) low *= 10
    for (;;) {
      const number = randomInt(low, low * 10)
      if (taken.has(number)) continue
      taken.add(number)
      return number
    }
  }
}
