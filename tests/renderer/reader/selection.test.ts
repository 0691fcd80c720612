// What a coder selects, by mouse and by keys alone, arrives as exact offsets.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { withPage } from '../../support/browser.ts'
import { servePage, type ServedPage } from '../support.ts'
import type { StageEvent, StageProps } from '../stage/stage.tsx'

let served: ServedPage
beforeAll(async () => { served = await servePage('tests/renderer/stage') })
afterAll(() => served.close())

const BODY = 'Eerst belde ik de school.\nNiemand nam op, echt niemand.\n\nToen kwam <naam> langs met een taart 🎂 en koffie.'

async function onStage(props: Partial<StageProps>, work: (page: Page) => Promise<void>): Promise<void> {
  await withPage({ url: served.url }, async page => {
    await page.evaluate(async given => {
      window.stage.render(given)
      await document.fonts.ready
    }, props as StageProps)
    await work(page)
  })
}

const told = (page: Page) => page.evaluate(() => window.stage.told())
const lastTold = async (page: Page) => (await told(page)).at(-1)

/** The middle of the left edge of the character at an offset, in the window. */
function pointAt(page: Page, offset: number): Promise<{ x: number, y: number }> {
  return page.evaluate(at => {
    let rest = at
    for (const paragraph of document.querySelectorAll('.reader-text > p')) {
      const length = paragraph.textContent.length
      if (rest <= length) {
        const range = document.createRange()
        const node = paragraph.firstChild!.firstChild!
        range.setStart(node, rest)
        range.setEnd(node, Math.min(length, rest + 1))
        const rect = range.getClientRects()[0]!
        return { x: rect.left + 0.5, y: rect.top + rect.height / 2 }
      }
      rest -= length + 1
    }
    throw new Error('no such place')
  }, offset)
}

async function drag(page: Page, from: number, to: number): Promise<void> {
  const [start, end] = [await pointAt(page, from), await pointAt(page, to)]
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  await page.mouse.move(end.x, end.y, { steps: 4 })
  await page.mouse.up()
  await page.waitForTimeout(30)
}

function selected(quote: string): StageEvent {
  const start = BODY.indexOf(quote)
  return { is: 'select', start, end: start + quote.length, quote }
}

describe('by mouse', () => {
  test('a drag inside a line gives exactly what was dragged over, once', async () => {
    await onStage({ body: BODY }, async page => {
      await drag(page, BODY.indexOf('belde'), BODY.indexOf(' de school'))
      expect(await told(page)).toEqual([selected('belde ik')])
    })
  })

  test('a drag over several paragraphs and an empty one, backwards', async () => {
    await onStage({ body: BODY }, async page => {
      await drag(page, BODY.indexOf(' langs'), BODY.indexOf('nam op'))
      expect(await lastTold(page)).toEqual(selected('nam op, echt niemand.\n\nToen kwam <naam>'))
    })
  })

  test('a triple press takes the paragraph without its line end; a double press the word', async () => {
    await onStage({ body: BODY }, async page => {
      const at = await pointAt(page, BODY.indexOf('nam op') + 1)
      await page.mouse.click(at.x, at.y, { clickCount: 2 })
      await page.waitForTimeout(30)
      expect(await lastTold(page)).toEqual(selected('nam'))
      await page.mouse.click(at.x, at.y, { clickCount: 3 })
      await page.waitForTimeout(30)
      expect(await lastTold(page)).toEqual(selected('Niemand nam op, echt niemand.'))
    })
  })

  test('with words snapped, half words become whole and white space stays out', async () => {
    await onStage({ body: BODY, snap: 'word' }, async page => {
      await drag(page, BODY.indexOf('elde'), BODY.indexOf('chool'))
      expect(await told(page)).toEqual([selected('belde ik de school')])
      expect(await page.evaluate(() => getSelection()!.toString())).toBe('belde ik de school')
    })
  })

  test('a press drops the selection', async () => {
    await onStage({ body: BODY }, async page => {
      await drag(page, 0, 5)
      const { x, y } = await pointAt(page, BODY.indexOf('taart'))
      await page.mouse.click(x, y)
      await page.waitForTimeout(30)
      expect(await told(page)).toEqual([selected('Eerst'), { is: 'select', none: true }, { is: 'activate', id: null }])
    })
  })
})

describe('by keys alone', () => {
  const keys = async (page: Page, ...list: string[]) => { for (const key of list) await page.keyboard.press(key) }

  test('a caret is seen from the first Tab on, and moves', async () => {
    await onStage({ body: BODY }, async page => {
      await keys(page, 'Tab')
      const caret = page.locator('.reader-caret')
      expect(await caret.isVisible()).toBe(true)
      const before = await caret.boundingBox()
      await keys(page, 'ArrowRight', 'ArrowRight', 'ArrowRight')
      const after = await caret.boundingBox()
      expect(after!.x).toBeGreaterThan(before!.x + 10)
      expect(after!.y).toBe(before!.y)
    })
  })

  test.each([
    ['characters', ['ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight'], 'er'],
    ['words', ['Control+ArrowRight', 'Control+Shift+ArrowRight', 'Control+Shift+ArrowRight'], 'belde ik'],
    ['to the end of the line', ['Control+ArrowRight', 'Control+ArrowRight', 'Shift+End'], 'ik de school.'],
    ['a line down', ['Shift+ArrowDown'], 'Eerst belde ik de school.'],
    ['paragraphs', ['Control+ArrowDown', 'Control+Shift+ArrowDown', 'Control+Shift+ArrowDown'], 'Niemand nam op, echt niemand.'],
    ['the word at the caret', ['ArrowRight', 'w'], 'Eerst'],
    ['the sentence', ['Control+ArrowDown', 's'], 'Niemand nam op, echt niemand.'],
    ['the paragraph, and the next', ['p', 'p'], 'Eerst belde ik de school.\nNiemand nam op, echt niemand.'],
    ['over the placeholder', ['Control+End', 'Shift+Home', 'Shift+Control+ArrowRight', 'Shift+Control+ArrowRight'], '<naam> langs met een taart 🎂 en koffie.'],
    ['everything', ['Control+a'], BODY]
  ])('%s', async (_, presses, quote) => {
    await onStage({ body: BODY }, async page => {
      await keys(page, 'Tab', ...presses)
      expect(await lastTold(page)).toEqual(selected(quote))
    })
  })

  test('the end of the text holds, also with what stands after it on the page', async () => {
    await onStage({ body: BODY }, async page => {
      await keys(page, 'Tab', 'Control+End', 'ArrowLeft', 'ArrowRight', 'ArrowRight', 'ArrowDown', 'Shift+ArrowLeft')
      expect(await lastTold(page)).toEqual({ is: 'select', start: BODY.length - 1, end: BODY.length, quote: '.' })
    })
  })

  test('Escape first drops the selection, then the active coding', async () => {
    const coding = { id: 'a', codeId: 'k', codeName: 'klik', colour: 1, coderInitials: 'AB', mine: true, start: 0, end: 5 }
    await onStage({ body: BODY, codings: [coding], activeCoding: 'a' }, async page => {
      await keys(page, 'Tab', 'Shift+ArrowRight', 'Escape', 'Escape')
      expect(await told(page)).toEqual([{ is: 'select', start: 0, end: 1, quote: 'E' }, { is: 'select', none: true }, { is: 'activate', id: null }])
    })
  })
})

describe('characters of more than one unit', () => {
  const hard = 'a👨‍👩‍👧b e\u0301é 🇳🇱!\nשלום עולם\nklik'

  test('keys step over a family, an accent and a flag as one', async () => {
    await onStage({ body: hard }, async page => {
      await page.keyboard.press('Tab')
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('Shift+ArrowRight')
      expect(await lastTold(page)).toEqual({ is: 'select', start: 1, end: 9, quote: '👨‍👩‍👧' })
      for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'Shift+ArrowRight']) await page.keyboard.press(key)
      expect(await lastTold(page)).toEqual({ is: 'select', start: 11, end: 13, quote: 'e\u0301' })
    })
  })

  test('a right-to-left line runs from right to left, its offsets from first to last', async () => {
    await onStage({ body: hard }, async page => {
      const start = hard.indexOf('ש')
      expect(await page.evaluate(() => getComputedStyle(document.querySelectorAll('.reader-text > p')[1]!).direction)).toBe('rtl')
      await page.evaluate(at => window.stage.handle().select({ start: at, end: at + 4 }), start)
      expect(await lastTold(page)).toEqual({ is: 'select', start, end: start + 4, quote: 'שלום' })
      await page.keyboard.press('Control+Home')
      await page.keyboard.press('Control+ArrowDown')
      await page.keyboard.press('Shift+ArrowLeft')
      await page.keyboard.press('Shift+ArrowLeft')
      expect(await lastTold(page)).toEqual({ is: 'select', start, end: start + 2, quote: 'של' })
    })
  })
})
