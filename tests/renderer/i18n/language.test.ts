// The language of the window: no text that nobody asks for, no long sentence in Dutch, and plain words: those from the list are counted,
// and their number may fall and not rise. LANGUAGE_LIST=1 prints each of them.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { nl } from '../../../renderer/i18n/catalogue.ts'
import { failures } from '../../../shared/failures/nl.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))

/** How many there are of such words. May be lowered, not raised. */
const CEILING = 13

/** Words that youth workers and policy staff would have to look up: any word that begins so. */
const JARGON = [
  'annotatie', 'applicatie', 'browser', 'cache', 'concept', 'configur', 'consensus', 'correlatie', 'dataset', 'default', 'exporteer', 'exporteren', 'hiërarch', 'host', 'implement', 'importeer', 'importeren',
  'initialis', 'interface', 'iteratie', 'kwartiel', 'label', 'mapping', 'metadata', 'mediaan', 'normaliseer', 'optimal', 'output', 'parameter', 'percentiel', 'query', 'revisie', 'sample', 'segment', 'server', 'significant',
  'significantie', 'standaarddeviatie', 'steekproef', 'synchronis', 'tag', 'template', 'token', 'upload', 'valide', 'variabele', 'variantie', 'visualis', 'workflow'
]
const WORDS = 15

const sources = ['renderer', 'shared', 'db', 'server'].flatMap(folder => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
  .map(file => join(folder, file).replaceAll('\\', '/')).filter(file => /\.tsx?$/.test(file) && !/renderer\/i18n\/(nl|en)\/|shared\/failures\//.test(file))
  .map(file => ({ file, words: readFileSync(join(root, file), 'utf8') })))

const stemOf = (key: string) => key.replace(/_(one|other|zero)$/, '')
const literals = (words: string) => [...words.matchAll(/'((?:[^'\\\n]|\\.)*)'/g)].map(found => found[1]!)
/** A key put together: `gap.${id}` asks for every text that begins with `gap.`. A hole alone asks for nothing. */
const patterns = (words: string) => [...words.matchAll(/`([^`\n ]*\$\{[^`\n]*)`/g)].map(found => found[1]!)
  .filter(template => /^[\w.]*[\w.]\$\{|\}[\w.]+$/.test(template)).map(template => new RegExp(`^${template.split(/\$\{(?:[^{}]|\{[^{}]*\})*\}/).map(part => part.replace(/[.*+?^$()|[\]\\{}]/g, '\\$&')).join('[\\w.-]+')}$`))

const everywhere = new Set(sources.flatMap(({ words }) => literals(words)))

/** Texts that no source asks for by their key, whole or put together. A key of one word is asked for in a folder that names its area. */
function unasked(area: string, keys: readonly string[]): string[] {
  const folders = new Set(sources.filter(({ words }) => words.includes(`'${area}'`)).map(({ file }) => dirname(file)))
  const own = sources.filter(({ file }) => folders.has(dirname(file)))
  const asked = new Set(own.flatMap(({ words }) => literals(words)))
  const made = own.flatMap(({ words }) => patterns(words))
  const isAsked = (key: string) => asked.has(key) || (key.includes('.') && everywhere.has(key)) || made.some(pattern => pattern.test(key))
  return [...new Set(keys.map(stemOf))].filter(key => !isAsked(key)).map(key => `${area}/${key}`)
}

test('[W5] no text that nobody asks for', () => {
  const unused = Object.entries(nl).filter(([area]) => area !== 'changes').flatMap(([area, words]) => unasked(area, Object.keys(words)))
  expect(unused).toEqual([])
})

const sentences = Object.entries({ ...nl, failures }).flatMap(([area, words]) => Object.entries(words).flatMap(([key, text]) =>
  String(text).split(/(?<=[.!?:;])\s+|\n+/).map(sentence => ({ name: `${area}/${key}`, sentence }))))
const wordsIn = (sentence: string) => sentence.split(/\s+/).filter(word => /[\p{L}\p{N}{]/u.test(word)).length

function list(title: string, found: readonly { name: string, sentence: string }[]): void {
  if (process.env.LANGUAGE_LIST) console.log(`${title}: ${found.length}\n${found.map(({ name, sentence }) => `  ${name}: ${sentence}`).join('\n')}`)
}

test('no Dutch sentence is longer than fifteen words', () => {
  expect(sentences.length).toBeGreaterThan(2000)
  expect(sentences.filter(({ sentence }) => wordsIn(sentence) > WORDS)).toEqual([])
})

test('Dutch words stay plain: no word from the list is added', () => {
  const hard = new RegExp(`^(ge)?(${JARGON.join('|')})`, 'i')
  const found = sentences.filter(({ sentence }) => sentence.replace(/\{\{[^}]*\}\}/g, '').split(/[^\p{L}-]+/u).some(word => hard.test(word)))
  list('Sentences with a word that is hard to read', found)
  expect(found.length).toBeLessThanOrEqual(CEILING)
})
