// The annex: what was written is in it, and whatever was written, nothing of it is markup.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { annexHtml, escaped, memoHtml, type Annex } from '../../../renderer/journal/annex.ts'
import { annexBlocks } from '../../../renderer/journal/annex-blocks.ts'
import { contract } from '../../../shared/contract/index.ts'

const ID = 'AZqwertyuiopasdfghjklQ'
const annex = (words: string): Annex => ({
  language: 'nl', title: words, lead: [words], parts: [
    { is: 'people', heading: words, people: [{ name: words, words: [words] }] },
    { is: 'themes', heading: words, themes: [{ name: words, phase: words, parts: [{ name: words, words }], lies: words }] },
    { is: 'entries', heading: words, nothing: words, entries: [{ when: words, who: words, title: words, body: words, about: words, answers: [{ when: '', who: '', title: '', body: words, about: '', answers: [] }] }] },
    { is: 'trail', heading: words, lead: words, head: [words, words, words], rows: [[words, words, words]] }
  ]
})

const times = (html: string, words: string): number => html.split(words).length - 1

test('[M4] a memo is lines, lists and looks; a link stands there as its name', () => {
  expect(memoHtml(`Zie **vet**\n- een\n- *twee*, [[code:${ID}|<b>Klik</b>]]\n\nslot`)).toBe('<p>Zie <strong>vet</strong></p><ul><li>een</li><li><em>twee</em>, <em>&lt;b&gt;Klik&lt;/b&gt;</em></li></ul><p>slot</p>')
})

test('[M4] whatever was written, the page has the tags of its own form and no others, and fetches nothing', () => {
  const bare = [...annexHtml(annex('x')).matchAll(/<[^>]*>/g)].map(([tag]) => tag)
  expect(bare).toContain(`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`)
  const nasty = fc.string({ unit: fc.constantFrom('a', '<', '>', '"', "'", '&', '/', '<script>', '</style>', '<img src=x onerror=y>', 'javascript:', '&lt;', ']]', '[['), minLength: 1, maxLength: 10 })
  fc.assert(fc.property(nasty, (words) => {
    const html = annexHtml(annex(`z${words}z`))
    expect([...html.matchAll(/<[^>]*>/g)].map(([tag]) => tag)).toEqual(bare)
    expect(times(html, escaped(`z${words}z`))).toBe(times(annexHtml(annex('zxz')), 'zxz'))
  }), { numRuns: 200, seed: 20261123 })
})

test('[M4] as a document it is the same words in the same order, as blocks that the writer takes', () => {
  const made = annex('Klik')
  const blocks = annexBlocks({ ...made, parts: made.parts.map(part => (part.is === 'entries' ? { ...part, entries: [{ when: '1 mei', who: 'Anna', title: 'Twijfel', about: '', body: `Zie **vet**\n- [[code:${ID}|Klik]]`, answers: [] }] } : part)) })
  const [plain, rich] = [(is: string) => ({ is, words: 'Klik' }), (words: string, more = {}) => ({ words, bold: false, italic: false, ...more })]
  expect(blocks).toEqual([
    plain('title'), plain('hint'),
    plain('heading'), plain('subheading'), plain('paragraph'),
    plain('heading'), plain('subheading'), plain('hint'), plain('term'), plain('paragraph'), plain('hint'),
    plain('heading'), { is: 'subheading', words: 'Twijfel' }, { is: 'byline', words: '1 mei · Anna' }, { is: 'rich', point: false, runs: [rich('Zie '), rich('vet', { bold: true })] }, { is: 'rich', point: true, runs: [rich('Klik', { italic: true })] },
    plain('heading'), plain('paragraph'), { is: 'table', headings: ['Klik', 'Klik', 'Klik'], rows: [['Klik', 'Klik', 'Klik']] }
  ])
  expect(contract['paper.write'].input.safeParse({ title: 'Klik', language: 'nl', points: 11, foot: 'Klik', blocks }).success).toBe(true)
  const long = annexBlocks({ ...made, parts: [{ is: 'trail', heading: 'h', lead: 'l', head: ['a', 'b', 'c'], rows: Array.from({ length: 4001 }, (_, at) => [String(at), '', ''] as const) }] })
  expect(long.flatMap(block => (block.is === 'table' ? [block.rows.length] : []))).toEqual([2000, 2000, 1])
})
