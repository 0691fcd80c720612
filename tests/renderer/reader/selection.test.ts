// What a coder selects, by mouse and by keys alone, arrives as exact offsets.
import { describe, expect, test } from 'vitest'
import { readTurns } from '../../../shared/text/turns.ts'
import { openStage } from '../stage/on-stage.ts'
import type { StageEvent } from '../stage/stage.tsx'

const stage = openStage()
const BODY = 'Eerst belde ik de school.\nNiemand nam op, echt niemand.\n\nToen kwam <naam> langs met een taart 🎂 en koffie.'

function selected(quote: string): StageEvent {
  const start = BODY.indexOf(quote)
  return { is: 'select', start, end: start + quote.length, quote }
}

async function drag(from: { x: number, y: number }, to: { x: number, y: number }): Promise<void> {
  const { mouse } = stage.page
  await mouse.move(from.x, from.y)
  await mouse.down()
  await mouse.move(to.x, to.y, { steps: 4 })
  await mouse.up()
  await stage.settled()
}

describe('by mouse', () => {
  test('a drag inside a line gives exactly what was dragged over, once', async () => {
    await stage.begin({ body: BODY })
    await stage.drag(BODY.indexOf('belde'), BODY.indexOf(' de school'))
    expect(await stage.told()).toEqual([selected('belde ik')])
  })

  test('a drag over several paragraphs and an empty one, backwards', async () => {
    await stage.begin({ body: BODY })
    await stage.drag(BODY.indexOf(' langs'), BODY.indexOf('nam op'))
    expect(await stage.lastTold()).toEqual(selected('nam op, echt niemand.\n\nToen kwam <naam>'))
  })

  test('a triple press takes the paragraph without its line end; a double press the word', async () => {
    await stage.begin({ body: BODY })
    await stage.press(BODY.indexOf('nam op') + 1, 2)
    expect(await stage.lastTold()).toEqual(selected('nam'))
    await stage.press(BODY.indexOf('nam op') + 1, 3)
    expect(await stage.lastTold()).toEqual(selected('Niemand nam op, echt niemand.'))
  })

  test('[R2] with words snapped, half words become whole and white space stays out', async () => {
    await stage.begin({ body: BODY, snap: 'word' })
    await stage.drag(BODY.indexOf('elde'), BODY.indexOf('chool'))
    expect(await stage.told()).toEqual([selected('belde ik de school')])
    expect(await stage.page.evaluate(() => getSelection()!.toString())).toBe('belde ik de school')
  })

  test('[R2] a drag into an answer below ends with the text; one that began in another text, or has that as its end, takes none of these words', async () => {
    await stage.begin({ body: BODY })
    const other = await stage.page.evaluate(() => {
      const text = Object.assign(document.createElement('p'), { className: 'reader-text', textContent: 'Wat de verteller verder nog kwijt wilde.' })
      document.body.append(text)
      text.style.cssText = 'position: fixed; left: 40px; bottom: 40px; margin: 0'
      const { left, top, height } = text.getBoundingClientRect()
      return { x: left + 120, y: top + height / 2 }
    })
    const taart = await stage.pointAt(BODY.indexOf('taart'))
    await drag(taart, other)
    expect(await stage.lastTold()).toEqual(selected('taart 🎂 en koffie.'))
    await stage.press(0)
    await stage.told()
    await drag(other, taart)
    expect(await stage.told()).toEqual([])
  })

  test('[R2] a drag let go beside the text, over other words, ends at that line', async () => {
    await stage.begin({ body: BODY })
    await stage.page.evaluate(() => {
      const list = Object.assign(document.createElement('aside'), { textContent: 'Verhaal een' })
      document.body.prepend(list)
      list.style.cssText = 'position: fixed; z-index: 9; left: 0; top: 0; width: 20px; height: 100%; overflow: hidden'
    })
    const op = await stage.pointAt(BODY.indexOf(' op,'))
    await drag(op, { x: 8, y: op.y })
    expect(await stage.lastTold()).toEqual(selected('Niemand nam'))
    expect(await stage.page.evaluate(() => getSelection()!.toString())).toBe('Niemand nam')
  })

  test('a press drops the selection', async () => {
    await stage.begin({ body: BODY })
    await stage.drag(0, 5)
    await stage.press(BODY.indexOf('taart'))
    expect(await stage.told()).toEqual([selected('Eerst'), { is: 'select', none: true }, { is: 'activate', id: null }])
  })
})

describe('by keys alone', () => {
  test('[R3] what a speaker says is taken with one key, the next turn with another press; names stay out at the start', async () => {
    const body = 'I: Hoe begon het?\nR1: Op school.\nEn toen thuis.\nI: En nu?'
    await stage.begin({ body, turns: readTurns(body) })
    await stage.keys('Tab', 'Control+ArrowDown', 'r')
    const told = (quote: string): StageEvent => ({ is: 'select', start: body.indexOf(quote), end: body.indexOf(quote) + quote.length, quote })
    expect(await stage.lastTold()).toEqual(told('Op school.\nEn toen thuis.'))
    await stage.keys('r')
    expect(await stage.lastTold()).toEqual(told('Op school.\nEn toen thuis.\nI: En nu?'))
    expect(await stage.page.locator('.reader-text > p').evaluateAll(found => found.map(each => each.getAttribute('data-turn')))).toEqual(['1', '2', null, '3'])
  })

  test('a caret is seen from the first Tab on, and moves', async () => {
    await stage.begin({ body: BODY })
    await stage.keys('Tab')
    const caret = stage.page.locator('.reader-caret')
    expect(await caret.isVisible()).toBe(true)
    const before = await caret.boundingBox()
    await stage.keys('ArrowRight', 'ArrowRight', 'ArrowRight')
    const after = await caret.boundingBox()
    expect(after!.x).toBeGreaterThan(before!.x + 10)
    expect(after!.y).toBe(before!.y)
  })

  test.each([
    ['[R3] characters', ['ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight'], 'er'],
    ['words', ['Control+ArrowRight', 'Control+Shift+ArrowRight', 'Control+Shift+ArrowRight'], 'belde ik'],
    ['to the end of the line', ['Control+ArrowRight', 'Control+ArrowRight', 'Shift+End'], 'ik de school.'],
    ['a line down', ['Shift+ArrowDown'], 'Eerst belde ik de school.'],
    ['paragraphs', ['Control+ArrowDown', 'Control+Shift+ArrowDown', 'Control+Shift+ArrowDown'], 'Niemand nam op, echt niemand.'],
    ['the word at the caret', ['ArrowRight', 'w'], 'Eerst'],
    ['the sentence', ['Control+ArrowDown', 's'], 'Niemand nam op, echt niemand.'],
    ['the sentence, and the next', ['s', 's'], 'Eerst belde ik de school.\nNiemand nam op, echt niemand.'],
    ['the paragraph, and the next', ['a', 'a'], 'Eerst belde ik de school.\nNiemand nam op, echt niemand.'],
    ['over the placeholder', ['Control+End', 'Shift+Home', 'Shift+Control+ArrowRight', 'Shift+Control+ArrowRight'], '<naam> langs met een taart 🎂 en koffie.'],
    ['everything', ['Control+a'], BODY]
  ])('%s', async (_, presses, quote) => {
    await stage.begin({ body: BODY })
    await stage.keys('Tab', ...presses)
    expect(await stage.lastTold()).toEqual(selected(quote))
  })

  test('the end of the text holds, also with what stands after it on the page', async () => {
    await stage.begin({ body: BODY })
    await stage.keys('Tab', 'Control+End', 'ArrowLeft', 'ArrowRight', 'ArrowRight', 'ArrowDown', 'Shift+ArrowLeft')
    expect(await stage.lastTold()).toEqual({ is: 'select', start: BODY.length - 1, end: BODY.length, quote: '.' })
  })

  test('Escape first drops the selection, then the active coding', async () => {
    const coding = { id: 'a', codeId: 'k', codeName: 'klik', colour: 1, coderInitials: 'AB', mine: true, start: 0, end: 5 }
    await stage.begin({ body: BODY, codings: [coding], activeCoding: 'a' })
    await stage.keys('Tab', 'Shift+ArrowRight', 'Escape', 'Escape')
    expect(await stage.told()).toEqual([{ is: 'select', start: 0, end: 1, quote: 'E' }, { is: 'select', none: true }, { is: 'activate', id: null }])
  })
})

describe('characters of more than one unit', () => {
  const hard = 'a👨‍👩‍👧b e\u0301é 🇳🇱!\nשלום עולם\nklik'

  test('[R2] keys step over a family, an accent and a flag as one', async () => {
    await stage.begin({ body: hard })
    await stage.keys('Tab')
    await stage.keys('ArrowRight')
    await stage.keys('Shift+ArrowRight')
    expect(await stage.lastTold()).toEqual({ is: 'select', start: 1, end: 9, quote: '👨‍👩‍👧' })
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'Shift+ArrowRight']) await stage.keys(key)
    expect(await stage.lastTold()).toEqual({ is: 'select', start: 11, end: 13, quote: 'e\u0301' })
  })

  test('[R5] a right-to-left line runs from right to left, its offsets from first to last', async () => {
    await stage.begin({ body: hard })
    const start = hard.indexOf('ש')
    expect(await stage.page.evaluate(() => getComputedStyle(document.querySelectorAll('.reader-text > p')[1]!).direction)).toBe('rtl')
    await stage.page.evaluate(at => window.stage.handle().select({ start: at, end: at + 4 }), start)
    expect(await stage.lastTold()).toEqual({ is: 'select', start, end: start + 4, quote: 'שלום' })
    await stage.keys('Control+Home')
    await stage.keys('Control+ArrowDown')
    await stage.keys('Shift+ArrowLeft')
    await stage.keys('Shift+ArrowLeft')
    expect(await stage.lastTold()).toEqual({ is: 'select', start, end: start + 2, quote: 'של' })
  })
})
