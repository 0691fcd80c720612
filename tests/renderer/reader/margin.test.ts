// The margin is a second text: readable, reachable by keys, and the handles move a fragment's ends.
import { describe, expect, test } from 'vitest'
import type { ReaderCoding } from '../../../renderer/reader/types.ts'
import { axe } from '../../support/browser.ts'
import { openStage } from '../stage/on-stage.ts'
import { longText, manyCodings } from './samples.ts'

const stage = openStage()
const BODY = 'Eerst belde ik de school en toen 👨‍👩‍👧 nog eens.\nNiemand nam op.'

function coding(id: string, quote: string, more: Partial<ReaderCoding> = {}): ReaderCoding {
  const start = BODY.indexOf(quote)
  return { id, codeId: id, codeName: `code ${id}`, colour: 1, coderInitials: 'AB', coderName: 'Anna Bakker', mine: true, start, end: start + quote.length, ...more }
}

const names = () => stage.page.evaluate(() => [...document.querySelectorAll<HTMLElement>('.reader-name')].map(each => {
  const { left, right, top, bottom } = each.getBoundingClientRect()
  return { id: each.dataset['coding']!, left, right, top, bottom, folded: each.parentElement!.classList.contains('is-folded') }
}))
const focused = () => stage.page.evaluate(() => (document.activeElement as HTMLElement).dataset['coding'] ?? document.activeElement!.className)

describe('names', () => {
  test('stand beside their lines and say code, coder and words', async () => {
    await stage.begin({ body: BODY, codings: [coding('a', 'belde ik'), coding('b', 'Niemand', { colour: 2 })] })
    await stage.page.waitForSelector('.reader-name')
    const [first, second] = await names()
    expect([first!.id, second!.id]).toEqual(['a', 'b'])
    for (const [name, quote] of [[first!, 'belde'], [second!, 'Niemand']] as const) {
      const { y } = await stage.pointAt(BODY.indexOf(quote))
      expect(Math.abs((name.top + name.bottom) / 2 - y)).toBeLessThan(14)
    }
    expect(await stage.page.locator('.reader-name').first().getAttribute('aria-label')).toBe('code a AB, door Anna Bakker: belde ik')
  })

  test('[R4] are said once for coders who gave one code to one passage; each coder’s own is a button beside it', async () => {
    const klik = { codeId: 'klik', codeName: 'klik' }
    await stage.begin({ body: BODY, codings: [coding('a', 'belde ik', klik), coding('b', 'belde ik de', { ...klik, coderInitials: 'CM', coderName: 'Chris Mulder', mine: false })] })
    await stage.page.waitForSelector('.reader-name')
    expect(await stage.page.locator('.reader-row').allInnerTexts()).toEqual(['klik\nAB\nCM'])
    expect(await stage.page.locator('.reader-stripe').count()).toBe(1)
    await stage.page.getByRole('button', { name: 'klik CM, door Chris Mulder: belde ik de' }).click()
    expect(await stage.told()).toEqual([{ is: 'activate', id: 'b' }])
  })

  test('never lie over each other in a dense story, and only those near the window are drawn', async () => {
    await stage.begin({ body: longText(40_000), codings: manyCodings(1600, 40_000) })
    await stage.page.waitForSelector('.reader-name')
    const all = await names()
    expect(all.length).toBeGreaterThan(20)
    expect(all.length).toBeLessThan(200)
    expect(all.some(name => name.folded)).toBe(true)
    const clashes = all.flatMap((one, at) => all.slice(at + 1).filter(other =>
      one.left < other.right - 0.5 && other.left < one.right - 0.5 && one.top < other.bottom - 0.5 && other.top < one.bottom - 0.5).map(other => `${one.id} ${other.id}`))
    expect(clashes).toEqual([])
  })

  test('[R3] one stop for Tab; arrows walk on beyond what is in sight; Enter wakes', async () => {
    const body = longText(20_000)
    const codings = [100, 5_000, 15_000].map((start, at) => ({ ...coding(`c${at}`, 'ik'), start, end: start + 50 }))
    await stage.begin({ body, codings })
    await stage.page.waitForSelector('.reader-name')
    await stage.keys('Tab', 'Tab')
    expect(await focused()).toBe('c0')
    for (const id of ['c1', 'c2', 'c2']) {
      await stage.keys('ArrowDown')
      await stage.page.waitForFunction(wanted => (document.activeElement as HTMLElement).dataset['coding'] === wanted, id)
    }
    const { y } = await stage.pointAt(15_000)
    expect(y > 0 && y < 800).toBe(true)
    await stage.keys('Enter')
    expect(await stage.told()).toEqual([{ is: 'activate', id: 'c2' }])
    await stage.keys('Home')
    await stage.page.waitForFunction(() => (document.activeElement as HTMLElement).dataset['coding'] === 'c0')
  })
})

describe('handles', () => {
  const school = coding('s', 'de school')
  const resized = (start: number, end: number) => [{ is: 'resize', id: 's', start, end }]

  test('stand at the ends of the active coding only', async () => {
    await stage.begin({ body: BODY, codings: [school, coding('a', 'belde')] })
    expect(await stage.page.locator('.reader-grip').count()).toBe(0)
    await stage.change({ activeCoding: 's' })
    const [start, end] = [await stage.pointAt(school.start), await stage.pointAt(school.end)]
    const places = await stage.page.evaluate(() => [...document.querySelectorAll('.reader-grip')].map(each => { const box = each.getBoundingClientRect(); return box.left + box.width / 2 }))
    expect(places.map(Math.round)).toEqual([start, end].map(({ x }) => Math.round(x - 0.5)))
  })

  test.each([
    ['a character further', 'end', ['ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter'], [school.start, school.end + 3]],
    ['a word further', 'end', ['Control+ArrowRight', 'Enter'], [school.start, school.end + 3]],
    ['a character back', 'end', ['ArrowLeft', 'Enter'], [school.start, school.end - 1]],
    ['the start a word back', 'start', ['Control+ArrowLeft', 'Enter'], [school.start - 3, school.end]],
    ['over a family of emoji in one step', 'end', ['Control+ArrowRight', 'Control+ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter'], [school.start, BODY.indexOf(' nog')]],
    ['white space at the end stays out', 'end', ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter'], [school.start, school.end + 3]],
    ['leaving the handle keeps it', 'end', ['ArrowLeft', 'Tab'], [school.start, school.end - 1]]
  ])('[R3] by keys: %s', async (_, end, presses, [from, to]) => {
    await stage.begin({ body: BODY, codings: [school], activeCoding: 's' })
    await stage.page.focus(`.reader-grip.is-${end}`)
    await stage.keys(...presses)
    expect(await stage.told()).toEqual(resized(from!, to!))
  })

  test('the ends never pass each other, and Escape takes it back', async () => {
    await stage.begin({ body: BODY, codings: [school], activeCoding: 's' })
    await stage.page.focus('.reader-grip.is-start')
    await stage.keys(...Array.from({ length: 12 }, () => 'ArrowRight'))
    expect(await stage.page.locator('.reader-grip.is-start').getAttribute('aria-valuenow')).toBe(String(school.end - 1))
    await stage.keys('Escape', 'Tab')
    expect(await stage.told()).toEqual([])
  })

  test('by mouse', async () => {
    await stage.begin({ body: BODY, codings: [school], activeCoding: 's' })
    const grip = (await stage.page.locator('.reader-grip.is-end').boundingBox())!
    const to = await stage.pointAt(BODY.indexOf(' toen'))
    await stage.page.mouse.move(grip.x + 12, grip.y + 12)
    await stage.page.mouse.down()
    await stage.page.mouse.move(to.x, to.y, { steps: 4 })
    await stage.page.mouse.up()
    expect(await stage.told()).toEqual(resized(school.start, BODY.indexOf(' toen')))
  })
})

test('axe finds nothing wrong with a coded story', async () => {
  await stage.begin({ body: BODY, codings: [coding('a', 'belde ik'), coding('b', 'ik de school', { mine: false, coderInitials: 'CM' }), coding('p', 'Niemand', { pending: true })], activeCoding: 'a', head: null })
  await stage.page.waitForSelector('.reader-name')
  // The bare stage has no heading of its own; a screen has.
  expect((await axe(stage.page)).filter(line => !line.startsWith('page-has-heading-one'))).toEqual([])
})
