// The browser that journeys run in: it starts, axe sees faults and their absence, and an error in a page is not swallowed.
import { expect, test } from 'vitest'
import { axe, axeColours, withPage } from './browser.ts'

const page = (body: string) => `data:text/html,${encodeURIComponent(`<!doctype html><html lang="nl"><title>Proef</title><main><h1>Proef</h1>${body}</main></html>`)}`

test('axe finds a button without a name, and nothing on a page that has none', async () => {
  expect(await withPage({ url: page('<button></button>') }, axe)).toEqual([expect.stringMatching(/^button-name: .*\(button\)$/)])
  expect(await withPage({ url: page('<button>Open</button>') }, axe)).toEqual([])
})

test('colours alone: pale words are found, a button without a name is not looked at', async () => {
  expect(await withPage({ url: page('<p style="color: #bbb">bleek</p><button></button>') }, axeColours)).toEqual([expect.stringMatching(/^color-contrast: .*\(p\)$/)])
})

test('an error in a page fails the test that opened it, unless it was expected', async () => {
  const broken = page('<script>setTimeout(() => { throw new Error("stuk") })</script>')
  const wait = (opened: import('playwright-core').Page) => opened.waitForTimeout(50)
  await expect(withPage({ url: broken }, wait)).rejects.toThrow('stuk')
  await withPage({ url: broken, expectedErrors: /stuk/ }, wait)
})

test('the window speaks Dutch and knows custom highlights, which the reader paints with', async () => {
  expect(await withPage({ url: page('') }, opened => opened.evaluate(() => ({ language: navigator.language, highlights: 'highlights' in CSS }))))
    .toEqual({ language: 'nl-NL', highlights: true })
})
