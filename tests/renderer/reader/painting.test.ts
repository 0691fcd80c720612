// What is painted over a story, and that a colleague's work disturbs neither words, selection nor scroll.
import { describe, expect, test } from 'vitest'
import type { ReaderCoding } from '../../../renderer/reader/types.ts'
import { openStage } from '../stage/on-stage.ts'
import { longText, manyCodings } from './samples.ts'

const stage = openStage()
const BODY = 'Eerst belde ik de school en toen nog eens.\nNiemand nam op, <naam> niet 🎂 en Kees niet.'

function coding(id: string, quote: string, more: Partial<ReaderCoding> = {}): ReaderCoding {
  const start = BODY.indexOf(quote)
  return { id, codeId: id, codeName: `code ${id}`, colour: 1, coderInitials: 'AB', mine: true, start, end: start + quote.length, ...more }
}

/** Everything painted: name of the paint to the words under it. */
const painted = () => stage.page.evaluate(() => Object.fromEntries([...CSS.highlights].map(([name, ranges]) =>
  [name, [...ranges].map(each => {
    const range = document.createRange()
    range.setStart(each.startContainer, each.startOffset)
    range.setEnd(each.endContainer, each.endOffset)
    return range.toString()
  })])))

/** The code colours (1–12) met in one column of pixels through the character at an offset, from its top to the next line. */
async function linesUnder(offset: number): Promise<number[]> {
  const { x, y } = await stage.pointAt(offset)
  const shot = (await stage.page.screenshot({ clip: { x: Math.round(x) + 2, y: Math.round(y) - 12, width: 1, height: 32 } })).toString('base64')
  return stage.page.evaluate(async picture => {
    const read = (draw: (pen: CanvasRenderingContext2D) => void, height: number) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 1, height })
      const pen = canvas.getContext('2d')!
      draw(pen)
      const bytes = pen.getImageData(0, 0, 1, height).data
      return Array.from({ length: height }, (_, at) => [bytes[at * 4]!, bytes[at * 4 + 1]!, bytes[at * 4 + 2]!])
    }
    const image = new Image()
    image.src = `data:image/png;base64,${picture}`
    await image.decode()
    const column = read(pen => pen.drawImage(image, 0, 0), image.height)
    const hues = Array.from({ length: 12 }, (_, at) => read(pen => {
      pen.fillStyle = getComputedStyle(document.documentElement).getPropertyValue(`--code-${at + 1}`)
      pen.fillRect(0, 0, 1, 1)
    }, 1)[0]!)
    const met = column.map(pixel => hues.findIndex(hue => Math.hypot(...hue.map((part, at) => part - pixel[at]!)) < 12) + 1)
    return met.filter((hue, at) => hue > 0 && hue !== met[at - 1])
  }, shot)
}

describe('lines', () => {
  test('[R5] codings that overlap have a line each, in the colour of their code, below each other', async () => {
    await stage.begin({ body: BODY, codings: [
      coding('a', 'belde ik de school en toen', { colour: 1, pattern: 'solid' }),
      coding('b', 'de school', { colour: 4, pattern: 'solid' }),
      coding('c', 'ik de school en', { colour: 8, pattern: 'solid' })
    ] })
    expect(await painted()).toEqual({
      'duiding-1-solid-0': ['belde ik de school en toen'], 'duiding-8-solid-1': ['ik de school en'], 'duiding-4-solid-2': ['de school']
    })
    expect(await linesUnder(BODY.indexOf('school') + 2)).toEqual([1, 8, 4])
    expect(await linesUnder(BODY.indexOf('toen') + 1)).toEqual([1])
    expect(await linesUnder(BODY.indexOf('Eerst') + 1)).toEqual([])
  })

  test('[R4] coders who gave one code to one passage draw one line, as long as all of theirs', async () => {
    const klik = { codeId: 'klik', colour: 1 }
    await stage.begin({ body: BODY, codings: [
      coding('a', 'belde ik de', klik), coding('b', 'ik de school', { ...klik, mine: false }), coding('c', 'ik de school', { colour: 4 }), coding('d', 'nog', klik)
    ] })
    expect(await painted()).toEqual({ 'duiding-1-solid-0': ['belde ik de school', 'nog'], 'duiding-4-solid-1': ['ik de school'] })
    await stage.change({ activeCoding: 'b' })
    expect((await painted())['duiding-1-active']).toEqual(['ik de school'])
  })

  test('what lies deeper than three is told by one dotted line', async () => {
    await stage.begin({ body: BODY, codings: ['a', 'b', 'c', 'd', 'e'].map(id => coding(id, 'school', { colour: 2 })) })
    const names = Object.entries(await painted()).map(([name, words]) => [name, words.length])
    expect(Object.fromEntries(names)).toEqual(Object.fromEntries([['duiding-2-dashed-0', 1], ['duiding-2-dashed-1', 1], ['duiding-2-dashed-2', 1], ['duiding-more', 2]]))
  })

  test('[R5] over the end of a paragraph, over a placeholder and over emoji; the text itself stays plain', async () => {
    await stage.begin({ body: BODY, codings: [coding('a', 'eens.\nNiemand'), coding('b', '<naam> niet 🎂', { colour: 2 })] })
    expect(await painted()).toEqual({ 'duiding-1-solid-0': ['eens.Niemand'], 'duiding-2-dashed-0': ['<naam> niet 🎂'] })
    expect(await stage.page.evaluate(() => [...document.querySelectorAll('.reader-text > p')].map(each => each.textContent))).toEqual(BODY.split('\n'))
  })

  test('a code of another colour, a coding of another place and one removed are painted anew', async () => {
    const list = [coding('a', 'belde'), coding('b', 'school'), coding('c', 'Niemand')]
    await stage.begin({ body: BODY, codings: list })
    await stage.change({ codings: [{ ...list[0]!, colour: 3 }, { ...list[1]!, end: list[1]!.end - 2 }] })
    expect(await painted()).toEqual({ 'duiding-3-double-0': ['belde'], 'duiding-1-solid-0': ['scho'] })
    await stage.change({ codings: [] })
    expect(await painted()).toEqual({})
  })

  test('another revision is painted on its own words and leaves nothing behind', async () => {
    await stage.begin({ body: BODY, codings: [coding('a', 'belde')] })
    await stage.change({ revision: 2, body: `Kort: ${BODY}`, codings: [{ ...coding('a', 'belde'), start: 12, end: 17 }] })
    expect(await painted()).toEqual({ 'duiding-1-solid-0': ['belde'] })
    expect(await stage.page.evaluate(() => document.querySelectorAll('.reader-text > p').length)).toBe(2)
  })
})

describe('a colleague codes meanwhile', () => {
  const theirs = coding('t', 'ik de school', { colour: 5, mine: false, coderInitials: 'CM' })

  test('[R1] a selection made before stays, and nobody is told anything', async () => {
    await stage.begin({ body: BODY, codings: [coding('a', 'belde ik')] })
    await stage.drag(BODY.indexOf('ik de'), BODY.indexOf(' en toen'))
    expect(await stage.told()).toEqual([{ is: 'select', start: 12, end: 24, quote: 'ik de school' }])
    await stage.change({ codings: [coding('a', 'belde ik'), theirs] })
    expect(await stage.page.evaluate(() => getSelection()!.toString())).toBe('ik de school')
    expect(await stage.told()).toEqual([])
    expect(await stage.page.evaluate(() => { const { start, end, quote } = window.stage.handle().selection()!; return { start, end, quote } })).toEqual({ start: 12, end: 24, quote: 'ik de school' })
    expect(Object.keys(await painted()).filter(name => /\d$/.test(name)).sort()).toEqual(['duiding-1-solid-0', 'duiding-5-dashed-1'])
  })

  test('[R1] a drag that is still going on goes on', async () => {
    await stage.begin({ body: BODY, codings: [] })
    const [from, to] = [await stage.pointAt(0), await stage.pointAt(BODY.indexOf('school'))]
    await stage.page.mouse.move(from.x, from.y)
    await stage.page.mouse.down()
    await stage.page.mouse.move((from.x + to.x) / 2, from.y)
    await stage.change({ codings: [theirs] })
    await stage.page.mouse.move(to.x, to.y)
    await stage.page.mouse.up()
    await stage.page.waitForFunction(() => window.stage.handle().selection() !== null)
    expect(await stage.told()).toEqual([{ is: 'select', start: 0, end: 17, quote: 'Eerst belde ik de' }])
  })

  test('[R1] the same elements stay on the page, the scroll stays, and other codings keep their lines', async () => {
    const [body, codings] = [longText(20_000), manyCodings(200, 20_000)]
    await stage.begin({ body, codings })
    await stage.page.evaluate(() => { document.querySelector('.reader')!.scrollTop = 3000; (window as { kept?: Element[] }).kept = [...document.querySelectorAll('.reader-text *')] })
    const before = await painted()
    await stage.change({ codings: [...codings, { ...theirs, start: 100, end: 4000, colour: 12, pattern: 'solid' }] })
    const after = await painted()
    const added = Object.keys(after).filter(name => !(name in before))
    // The new one lies under all others there: deep, so it goes to the shared line.
    expect(added).toEqual([])
    expect({ ...after, 'duiding-more': [] }).toEqual({ ...before, 'duiding-more': [] })
    expect(after['duiding-more']!.length).toBe(before['duiding-more']!.length + 1)
    expect(await stage.page.evaluate(() => {
      const now = [...document.querySelectorAll('.reader-text *')]
      return { scroll: document.querySelector('.reader')!.scrollTop, same: now.every((each, at) => each === (window as { kept?: Element[] }).kept![at]) }
    })).toEqual({ scroll: 3000, same: true })
  })
})

test('of a long transcript what is in sight is painted, wherever one goes, and the rest is not', async () => {
  const body = longText(120_000)
  // One in every 600 units, so that each screen has some.
  const list = Array.from({ length: 199 }, (_, at): ReaderCoding => ({ id: `c${at}`, codeId: 'k', codeName: 'k', colour: 1, coderInitials: 'AB', mine: true, start: at * 600, end: at * 600 + 40 }))
  await stage.begin({ body, codings: list })
  const words = async () => Object.values(await painted()).flat()
  for (const place of [0, 60_000, 119_000, 30_000]) {
    await stage.page.evaluate(at => window.stage.handle().scrollTo(at), place)
    const near = list.filter(({ start }) => Math.abs(start - place) < 900).map(({ start, end }) => body.slice(start, end))
    await expect.poll(async () => { const now = new Set(await words()); return near.filter(each => !now.has(each)) }).toEqual([])
    expect((await words()).length).toBeLessThan(60)
  }
})

describe('the selection while the coder is in another field', () => {
  test('[R2] is painted, stays, and is the page’s own again on return', async () => {
    await stage.begin({ body: BODY })
    await stage.drag(0, 5)
    await stage.page.focus('#elsewhere')
    await stage.page.keyboard.type('klik')
    expect(await painted()).toEqual({ 'duiding-kept': ['Eerst'] })
    expect(await stage.page.evaluate(() => window.stage.handle().selection()!.quote)).toBe('Eerst')
    expect(await stage.told()).toEqual([{ is: 'select', start: 0, end: 5, quote: 'Eerst' }])
    await stage.page.evaluate(() => window.stage.handle().focus())
    expect(await painted()).toEqual({})
    await stage.keys('Shift+ArrowRight', 'Shift+ArrowRight')
    expect(await stage.lastTold()).toEqual({ is: 'select', start: 0, end: 7, quote: 'Eerst b' })
  })

  test('goes when the text becomes another', async () => {
    await stage.begin({ body: BODY })
    await stage.drag(0, 5)
    await stage.change({ textId: 'next', body: 'Een ander verhaal.' })
    expect(await stage.told()).toEqual([{ is: 'select', start: 0, end: 5, quote: 'Eerst' }, { is: 'select', none: true }])
    expect(await painted()).toEqual({})
  })
})

describe('waking a coding', () => {
  const list = [coding('long', 'belde ik de school en toen'), coding('short', 'school', { colour: 2 }), coding('late', 'Kees', { colour: 3 })]

  test('a press on words wakes the shortest there, the next press the one under it; beside the words nothing', async () => {
    await stage.begin({ body: BODY, codings: list })
    await stage.press(BODY.indexOf('school') + 2)
    expect(Object.keys(await painted())).toContain('duiding-2-active')
    await stage.press(BODY.indexOf('school') + 2)
    const { x, y } = await stage.pointAt(BODY.indexOf('eens.') + 4)
    await stage.page.mouse.click(x + 200, y)
    await stage.page.waitForFunction(() => !document.querySelector('[data-state=active]'))
    expect(await stage.told()).toEqual([{ is: 'activate', id: 'short' }, { is: 'activate', id: 'long' }, { is: 'activate', id: null }])
  })

  test('Alt with the arrows goes from coding to coding in order of reading', async () => {
    await stage.begin({ body: BODY, codings: list.toReversed() })
    await stage.keys('Tab', 'Alt+ArrowDown', 'Alt+ArrowDown', 'Alt+ArrowDown', 'Alt+ArrowDown', 'Alt+ArrowUp')
    expect(await stage.told()).toEqual(['long', 'short', 'late', 'short'].map(id => ({ is: 'activate', id })))
  })

  test('the pointer over words lights the fragment and its name in the margin, and goes without a trace', async () => {
    await stage.begin({ body: BODY, codings: list })
    const { x, y } = await stage.pointAt(BODY.indexOf('school') + 2)
    await stage.page.mouse.move(x, y)
    await stage.page.waitForSelector('[data-state=hovered]')
    expect((await painted())['duiding-2-hover']).toEqual(['school'])
    expect(await stage.page.locator('[data-state=hovered]').textContent()).toBe('code short AB')
    await stage.page.mouse.move(5, 790)
    await stage.page.waitForFunction(() => !document.querySelector('[data-state=hovered]'))
    expect(Object.keys(await painted())).not.toContain('duiding-2-hover')
  })
})

describe('finding a place', () => {
  test('scrollTo brings a place a third down the window; flash lights it and goes', async () => {
    const body = longText(30_000)
    await stage.begin({ body, codings: [] })
    await stage.page.evaluate(() => { window.stage.handle().scrollTo(20_000); window.stage.handle().flash({ start: 20_000, end: 20_040 }) })
    const { y } = await stage.pointAt(20_000)
    expect(Math.abs(y - 800 / 3)).toBeLessThan(40)
    expect(await painted()).toEqual({ 'duiding-flash': [body.slice(20_000, 20_040)] })
    await stage.page.waitForFunction(() => CSS.highlights.size === 0, undefined, { timeout: 5000 })
  })

  test('found passages are painted', async () => {
    await stage.begin({ body: BODY, found: [{ start: 0, end: 5 }, { start: 6, end: 11 }] })
    expect(await painted()).toEqual({ 'duiding-found': ['Eerst', 'belde'] })
  })
})
