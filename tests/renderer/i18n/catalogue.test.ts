// Every text is there in both languages, with the same gaps and plurals; every refusal and every kind of op has its words.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { failureWords } from '../../../renderer/i18n/failure-words.ts'
import { en, nl } from '../../../renderer/i18n/catalogue.ts'
import { hasText, sayIn } from '../../../renderer/i18n/say.ts'
import { failures as failuresEn } from '../../../shared/failures/en.ts'
import { failures } from '../../../shared/failures/nl.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const english: Record<string, Record<string, string>> = { ...en, failures: failuresEn }
const texts = Object.entries({ ...nl, failures }).flatMap(([area, words]) => Object.entries(words).map(([key, dutch]) => ({
  name: `${area}/${key}`, key, dutch, english: english[area]![key]
})))
const gaps = (text: string | undefined) => [...(text ?? '').matchAll(/\{\{(\w+)/g)].map(found => found[1]!).toSorted((a, b) => a.localeCompare(b))

test('[W5] both languages say something under every key, with the same gaps', () => {
  expect(texts.length).toBeGreaterThan(150)
  expect(texts.filter(({ dutch, english }) => !dutch.trim() || !english?.trim()).map(({ name }) => name)).toEqual([])
  expect(texts.filter(({ dutch, english }) => gaps(dutch).join() !== gaps(english).join()).map(({ name }) => name)).toEqual([])
})

test('no text of several words was left untranslated', () => {
  expect(texts.filter(({ dutch, english }) => dutch === english && /\p{L}{2,} \p{L}{2,}/u.test(dutch)).map(({ name }) => name)).toEqual([])
})

test('a plural has both its forms', () => {
  const names = new Set(texts.map(({ name }) => name))
  const lacks = [...names].filter(name => (name.endsWith('_one') && !names.has(name.replace(/_one$/, '_other'))) || (name.endsWith('_other') && !names.has(name.replace(/_other$/, '_one'))))
  expect(lacks).toEqual([])
})

/** The sources of db/ and server/ as one text per file. */
const sources = ['db', 'server'].flatMap(folder => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.ts')).map(file => readFileSync(join(root, folder, file), 'utf8')))
const found = (pattern: RegExp) => [...new Set(sources.flatMap(source => [...source.matchAll(pattern)].map(match => match[1]!)))]

test('[W5] every refusal in the core has a sentence of its own', () => {
  const keys = [...found(/new Refusal\(\s*'\w+',\s*'([\w.]+)'/g), ...found(/message: '(\w+\.\w+)'/g)]
  expect(keys).toContain('undo.built_on')
  expect(keys).toContain('store.disk_full')
  expect(keys.filter(key => failureWords({ kind: 'internal', message: key, values: {} }) === failureWords({ kind: 'internal', message: 'no.such', values: {} }))).toEqual([])
})

test('[W5] every kind of op that the core writes has words', () => {
  const kinds = found(/'((?:project|group|coder|import|story|text|signifier|code|coding|theme|part|verdict|memo|reading|view|selection|pack|card|session|harvest|lesson|expectation)\.(?:[a-z]+ed|written|frozen|kept|given|made|held))'/g)
  expect(kinds).toContain('coding.applied')
  expect(kinds.filter(kind => !hasText('changes', kind))).toEqual([])
})

test('a failure fills its gaps and names the entry in the log; an unknown message falls back on its kind', () => {
  expect(failureWords({ kind: 'conflict', message: 'undo.built_on', values: { name: 'Karim' } })).toBe('Dit kun je niet ongedaan maken: Karim heeft er al op verder gewerkt.')
  expect(failureWords({ kind: 'internal', message: 'internal', values: {}, logId: 'abc' })).toBe('Er ging iets mis in Duiding. Je werk tot hier is bewaard. (Nummer in het foutenlog: abc)')
  expect(failureWords({ kind: 'busy', message: 'from.a_newer_version', values: {} })).toBe('Het project is even bezig. Probeer het zo nog eens.')
})

test('counts are written as the language writes numbers, and choose the plural', () => {
  const counted = (['nl', 'en'] as const).map(language => [1, 3150].map(count => sayIn('project', language)('codings', { count })))
  expect(counted).toEqual([['1 codering', '3.150 coderingen'], ['1 coding', '3,150 codings']])
})
