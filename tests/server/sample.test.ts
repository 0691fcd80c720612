// The sample project comes out of the real core whole: every story, answer, coding and memo of its sources.
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildSample } from '../../demo/build.ts'
import { openStore } from '../../db/open.ts'
import { listCodes } from '../../db/codes.ts'
import { listCoders } from '../../db/coders.ts'
import { sampleFile } from '../../server/sample.ts'
import { temporaryFolder } from '../support/workbench.ts'

test('the sample holds what its sources say, and is made once', async () => {
  const [folder, sample] = [temporaryFolder(), buildSample()]
  const path = await sampleFile(folder, false)
  const store = openStore(path)
  const count = (sql: string): number => store.get<{ n: number }>(`SELECT count(*) AS n FROM ${sql}`)!.n
  expect({
    stories: count(`story WHERE state = 'live'`), texts: count(`text WHERE kind = 'main'`), codings: count('coding WHERE removed = 0'), memos: count('memo'), themes: count('theme'), parts: count('theme_part'),
    readings: count('reading'), given: count('assignment WHERE removed = 0'), codes: listCodes(store).length, coders: listCoders(store).map(({ name, role }) => [name, role])
  }).toEqual({
    stories: sample.stories.length, texts: sample.stories.length, codings: sample.codings.length + sample.agreed.length, memos: sample.memos.length,
    themes: sample.themes.length, parts: sample.themes.flatMap(({ codes, fragments }) => [...codes, ...fragments]).length,
    readings: sample.readings.length + new Set(sample.readings.filter(({ done }) => done).map(({ story }) => story)).size, given: sample.readings.length, codes: sample.codes.length, coders: [...sample.coders.map(({ name, role }) => [name, role]), ...(sample.agreed.length > 0 ? [['Gezamenlijke laag', 'consensus']] : [])]
  })
  const quotes = store.all<{ quote: string }>(`SELECT substr(r.body, c.start + 1, c."end" - c.start) AS quote FROM coding c JOIN revision r ON r.text = c.text AND r.number = 1 ORDER BY c.num`)
  expect(new Set(quotes.map(({ quote }) => quote.length > 0))).toEqual(new Set([true]))
  store.close()
  expect(await sampleFile(folder, false)).toBe(path)
  const before = statSync(path)
  expect([await sampleFile(folder, true), readdirSync(folder).filter((name) => name.endsWith('.duiding')).toSorted()]).toEqual([join(folder, 'Demostad 2.duiding'), ['Demostad 2.duiding', 'Demostad.duiding']])
  expect(statSync(path)).toEqual(before)
})
