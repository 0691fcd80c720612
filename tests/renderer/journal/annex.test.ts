// The annex: what was written is in it, and whatever was written, nothing of it is markup.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { annexHtml, escaped, memoHtml, type Annex } from '../../../renderer/journal/annex.ts'

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
