// Codes against codes, against a count so plain that it cannot hide a mistake.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ask } from '../support/ask.ts'
import { plainProject, type PlainProject } from '../support/plain-project.ts'

const BODY = 'abcdefghijklmnopqrst'
const CODES = ['klik', 'rust', 'stil']
const coding = fc.record({ coder: fc.constantFrom('Anna', 'Bram'), code: fc.constantFrom(...CODES), start: fc.nat(15), length: fc.integer({ min: 1, max: 5 }) })
  .map(({ length, ...rest }) => ({ ...rest, end: rest.start + length }))
const projects = fc.array(fc.record({ doneBy: fc.subarray(['Anna', 'Bram']), codings: fc.array(coding, { maxLength: 7 }) }), { maxLength: 6 })

test('[X1] [X3] together in a story, over the same words, at the same place', async () => {
  await fc.assert(fc.asyncProperty(projects, fc.constantFrom('all', 'Anna'), async (stories, whose) => {
    const plain = plainProject({ coders: [{ name: 'Anna' }, { name: 'Bram' }], codes: CODES.map((name) => ({ name })), stories: stories.map((story) => ({ body: BODY, ...story })) } satisfies PlainProject)
    try {
      const layer = whose === 'all' ? { is: 'all' as const } : { is: 'coder' as const, coder: plain.id(whose) }
      const { codes, pairs, read } = await ask(plain, 'Anna', 'crosstab.pairs', { layer })
      const seen = stories.map(({ doneBy, codings }) => ({
        isDone: doneBy.some((name) => whose === 'all' || name === whose),
        places: [...new Set(codings.filter(({ coder }) => whose === 'all' || coder === whose).map(({ code, start, end }) => `${code} ${start} ${end}`))].map((words) => { const [code, start, end] = words.split(' '); return { code, start: Number(start), end: Number(end) } })
      }))
      expect(read).toBe(seen.filter(({ isDone }) => isDone).length)
      expect(codes.map(({ name, stories: bearing, fragments }) => [name, bearing, fragments])).toEqual(CODES.map((name) =>
        [name, seen.filter(({ places }) => places.some(({ code }) => code === name)).length, seen.flatMap(({ places }) => places.filter(({ code }) => code === name)).length]).filter(([, bearing]) => Number(bearing) > 0))
      const found = pairs.map((pair) => ({ ...pair, first: codes[pair.first]!.name, second: codes[pair.second]!.name }))
      const plainly = CODES.flatMap((first, at) => CODES.slice(at + 1).map((second) => {
        const meets = seen.map(({ places, isDone }) => ({ isDone, pairs: places.filter(({ code }) => code === first).flatMap((a) => places.filter(({ code }) => code === second).map((b) => [a, b] as const)) })).filter((story) => story.pairs.length > 0)
        const all = meets.flatMap((story) => story.pairs)
        return {
          first, second, stories: meets.length, read: meets.filter(({ isDone }) => isDone).length, overlap: all.filter(([a, b]) => a.start < b.end && b.start < a.end).length,
          same: all.filter(([a, b]) => a.start === b.start && a.end === b.end).length
        }
      })).filter((pair) => pair.stories > 0)
      expect(found).toEqual(plainly)
    } finally {
      plain.close()
    }
  }), { seed: 41, numRuns: 15 })
})
