// The order of the list of stories: pages join up, and the neighbours of a story are those of the list.
import { expect, test } from 'vitest'
import { neighboursOf, listStories } from '../../db/stories.ts'
import { seededRandom } from '../../shared/statistics/random.ts'
import { isLong } from '../../server/dispatch.ts'
import { plainProject } from '../support/plain-project.ts'

const random = seededRandom(7)
const GROUPS = ['Gezinnen', 'Medewerkers']

function project() {
  const plain = plainProject({
    coders: [{ name: 'Anna' }, { name: 'Bram' }], groups: GROUPS, codes: [{ name: 'klik' }],
    stories: Array.from({ length: 40 }, (_, at) => ({
      body: `Verhaal ${at} van ons`, group: GROUPS[Math.floor(random() * 2)]!, state: at % 9 === 4 ? 'withdrawn' : at % 9 === 7 ? 'staged' : 'live',
      codings: random() < 0.6 ? [{ coder: random() < 0.7 ? 'Anna' : 'Bram', code: 'klik', start: 0, end: 7, removed: random() < 0.2 }] : []
    }))
  })
  // Numbers out of the order of telling, and two alike now and then, as when two copies come together.
  plain.store.all<{ num: number }>('SELECT num FROM story').forEach(({ num }) => plain.store.run('UPDATE story SET number = ? WHERE num = ?', [1000 + Math.floor(random() * 25), num]))
  return plain
}

test('pages of any size make the same list, and neighbours are those of the list, for stories inside and outside the filter', () => {
  const { store, id, close } = project()
  const viewer = id('Anna')
  for (const filter of [{}, { groups: [id('Gezinnen')] }, { uncodedByMe: true }, { codedBy: id('Bram') }]) {
    const all = listStories(store, viewer, filter, 0, 500).rows
    const places = new Map(store.all<{ id: Buffer; number: number; num: number }>('SELECT id, number, num FROM story').map((row) => [row.id.toString('base64url'), row]))
    const before = (one: string, other: string): boolean => {
      const [a, b] = [places.get(one)!, places.get(other)!]
      return a.number < b.number || (a.number === b.number && a.num < b.num)
    }
    expect(all.map((row) => row.id)).toEqual(all.map((row) => row.id).toSorted((a, b) => (before(a, b) ? -1 : 1)))
    for (const size of [1, 7]) {
      const pages = Array.from({ length: Math.ceil(all.length / size) }, (_, page) => listStories(store, viewer, filter, page * size, size))
      expect(pages.flatMap(({ rows }) => rows)).toEqual(all)
      expect(new Set(pages.map(({ total }) => total))).toEqual(new Set([all.length]))
    }
    for (const here of places.keys()) {
      const [ahead, behind] = [all.filter((row) => before(row.id, here)), all.filter((row) => before(here, row.id))]
      expect(neighboursOf(store, viewer, here, filter)).toEqual({
        previous: ahead.at(-1)?.id ?? null, next: behind[0]?.id ?? null, uncoded: [...behind, ...ahead].find(({ mine }) => mine === 0)?.id ?? null,
        place: ahead.length + Number(all.some((row) => row.id === here)), total: all.length
      })
    }
  }
  close()
})

test('what takes long in a large project goes to the reading worker there, and only there', () => {
  const { store, close } = project()
  const asked = () => [
    isLong(store, 'coder.work', {}), isLong(store, 'story.list', { filter: {} }), isLong(store, 'story.list', { filter: { search: 'moeder' } }), isLong(store, 'story.read', {}), isLong(store, 'code.counts', {})
  ]
  expect(asked()).toEqual([false, false, false, false, true])
  store.db.pragma('foreign_keys = OFF')
  store.run('UPDATE story SET num = 20000 WHERE num = (SELECT max(num) FROM story)')
  expect(asked()).toEqual([true, false, true, false, true])
  close()
})
