// The makers' sheet in a real browser: nothing for axe to find in either theme, keys that work, panes that fold.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { axe, axeColours, openPage, refuse, shot, type OpenPage } from '../../support/browser.ts'
import { servePage, type ServedPage } from '../support.ts'

let served: ServedPage
let opened: OpenPage
beforeAll(async () => {
  served = await servePage('renderer', 'gallery.html')
  opened = await openPage({})
  opened.page.setDefaultTimeout(8000)
})
afterAll(() => opened.close())

/** Loads a sheet as one who never saw it; in one window, for which its code is read once. */
async function onSheet(sheet: string, work: (page: Page) => Promise<void>, { viewport = { width: 1440, height: 900 } }: { viewport?: { width: number, height: number } } = {}): Promise<void> {
  const { page } = opened
  await page.setViewportSize(viewport)
  await page.goto(`${served.url}?theme=light#${sheet}`)
  await page.evaluate(() => document.fonts.ready)
  await work(page)
  await page.evaluate(() => { localStorage.clear(); sessionStorage.clear() })
  await page.goto('about:blank')
  refuse(opened.complaints())
}

const SHEETS = ['controls', 'lists', 'charts', 'reader']

describe.each(SHEETS)('%s', sheet => {
  test('axe finds nothing by day and by lamplight; in a small window, twice as large, nothing sticks out sideways', async () => {
    await onSheet(sheet, async page => {
      expect(await axe(page)).toEqual([])
      await shot(page, `gallery-${sheet}-light`)
      await page.evaluate(() => { document.documentElement.dataset['theme'] = 'dark' })
      expect(await axeColours(page)).toEqual([]) // the same elements in other colours
      await shot(page, `gallery-${sheet}-dark`)
    })
    await onSheet(sheet, async page => {
      const wide = await page.evaluate(() => {
        const clipped = (element: Element) => { for (let up = element.parentElement; up; up = up.parentElement) if (getComputedStyle(up).overflowX !== 'visible') return true; return false }
        return [...document.querySelectorAll('main *')].filter(each => !clipped(each) && each.getBoundingClientRect().right > innerWidth + 1).map(each => each.className)
      })
      expect(wide).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(512)
    }, { viewport: { width: 512, height: 350 } })
  })
})

describe('the tree', () => {
  const rows = (page: Page) => page.locator('[role=treegrid] [role=row]').evaluateAll(all => all.map(row => (row as HTMLElement).dataset['row']))

  test('is walked, folded and chosen from by keys', async () => {
    await onSheet('lists', async page => {
      expect(await rows(page)).toEqual(['rel', 'klik', 'vertrouwen', 'vak', 'vraag', 'opv', 'ond', 'geld'])
      await page.locator('[data-row=klik]').focus()
      for (const key of ['ArrowUp', 'ArrowLeft']) await page.keyboard.press(key)
      expect(await rows(page)).toEqual(['rel', 'vak', 'vraag', 'opv', 'ond', 'geld'])
      await page.keyboard.press('ArrowDown')
      expect(await page.locator('[role=treegrid] [role=row][aria-selected=true]').getAttribute('data-row')).toBe('vak')
    })
  })

  test('moves a row with Alt and the arrows, and tells where', async () => {
    await onSheet('lists', async page => {
      await page.locator('[data-row=ond]').focus()
      for (const key of ['Alt+ArrowUp', 'Alt+ArrowLeft']) await page.keyboard.press(key)
      expect(await page.getByTestId('told').innerText()).toBe('ond up; ond out')
    })
  })

  test('moves a row with its handle by keys alone', async () => {
    await onSheet('lists', async page => {
      await page.locator('[data-row=geld]').focus()
      await page.getByRole('button', { name: 'Verslepen: financiële en praktische zaken' }).focus()
      await page.keyboard.press('Enter')
      const target = () => page.evaluate(() => document.activeElement!.getAttribute('aria-label'))
      for (let at = 0; at < 20 && await target() !== 'Neerzetten op vakmanschap'; at++) await page.keyboard.press('ArrowUp')
      await page.keyboard.press('Enter')
      await expect.poll(() => page.getByTestId('told').innerText()).toBe('geld in vak')
    })
  })

  test('moves a row by mouse', async () => {
    await onSheet('lists', async page => {
      const [from, to] = [(await page.locator('[data-row=geld]').boundingBox())!, (await page.locator('[data-row=vak]').boundingBox())!]
      await page.mouse.move(from.x + 120, from.y + 16)
      await page.mouse.down()
      await page.mouse.move(to.x + 120, to.y + 60, { steps: 5 })
      await page.mouse.move(to.x + 120, to.y + 16, { steps: 5 })
      await page.mouse.up()
      await expect.poll(() => page.getByTestId('told').innerText()).toBe('geld in vak')
    })
  })
})

test('a long list draws only what is in sight', async () => {
  await onSheet('lists', async page => {
    const drawn = await page.locator('[aria-label=Verhalen] [role=row]').count()
    expect(drawn).toBeGreaterThan(5)
    expect(drawn).toBeLessThan(30)
  })
})

describe('panes', () => {
  const aside = (page: Page) => page.getByRole('region', { name: 'Van de verteller' })

  test('fold, and are still folded and as wide as the coder made them on return', async () => {
    await onSheet('reader', async page => {
      const divider = page.getByRole('separator')
      const before = (await aside(page).boundingBox())!.width
      await divider.focus()
      await page.keyboard.press('ArrowLeft')
      await page.keyboard.press('ArrowLeft')
      await expect.poll(async () => (await aside(page).boundingBox())?.width).toBe(before + 32)
      await page.reload()
      await expect.poll(async () => (await aside(page).boundingBox())?.width).toBe(before + 32)
      await page.getByRole('button', { name: 'Inklappen: Van de verteller' }).click()
      await page.reload()
      expect(await aside(page).count()).toBe(0)
      await page.getByRole('button', { name: 'Uitklappen: Van de verteller' }).click()
      await expect.poll(async () => (await aside(page).boundingBox())?.width).toBe(before + 32)
    })
  })

  test('fold by themselves where the middle has too little room, and open over it', async () => {
    await onSheet('reader', async page => {
      expect(await aside(page).count()).toBe(0)
      const middle = await page.locator('.ui-split-middle').boundingBox()
      await page.getByRole('button', { name: 'Uitklappen: Van de verteller' }).click()
      expect((await aside(page).boundingBox())!.width).toBeGreaterThan(200)
      expect(await page.locator('.ui-split-middle').boundingBox()).toEqual(middle)
    }, { viewport: { width: 800, height: 600 } })
  })
})

describe('floating things', () => {
  test('a drawer takes the focus, leaves the page reachable, closes by Escape and gives the focus back', async () => {
    await onSheet('controls', async page => {
      const opener = page.getByRole('button', { name: 'Lade' })
      await opener.click()
      await page.getByRole('complementary', { name: 'Verhalen achter dit getal' }).waitFor()
      expect(await page.evaluate(() => document.activeElement!.tagName)).toBe('ASIDE')
      await page.getByLabel('Naam van de code').fill('klik!')
      expect(await page.getByLabel('Naam van de code').inputValue()).toBe('klik!')
      await page.getByRole('complementary').focus()
      await page.keyboard.press('Escape')
      expect(await page.getByRole('complementary').count()).toBe(0)
      expect(await opener.evaluate(each => each === document.activeElement)).toBe(true)
    })
  })

  test('a dialog holds the focus and the page behind it is out of reach', async () => {
    await onSheet('controls', async page => {
      await page.getByRole('button', { name: 'Vraag' }).click()
      await page.getByRole('dialog', { name: 'Codes samenvoegen' }).waitFor()
      for (let at = 0; at < 6; at++) {
        await page.keyboard.press('Tab')
        expect(await page.evaluate(() => document.activeElement!.closest('[role=dialog]') !== null)).toBe(true)
      }
      expect(await axe(page)).toEqual([])
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    })
  })

  test('a menu opens, walks and closes by keys', async () => {
    await onSheet('controls', async page => {
      await page.getByRole('button', { name: 'Meer…' }).focus()
      await page.keyboard.press('Enter')
      await page.getByRole('menu').waitFor()
      await page.keyboard.press('ArrowDown')
      expect(await page.evaluate(() => document.activeElement!.textContent)).toBe('Samenvoegen met…De coderingen van alle codeurs gaan mee')
      expect(await axe(page)).toEqual([])
    })
  })

  test('a toast offers the way back and goes when pressed', async () => {
    await onSheet('controls', async page => {
      await page.getByRole('button', { name: 'Melding' }).click()
      await page.getByRole('alertdialog').getByRole('button', { name: 'Ongedaan maken' }).click()
      await page.getByRole('alertdialog').waitFor({ state: 'detached' })
      expect(await page.getByText('is verwijderd').count()).toBe(0)
    })
  })
})

describe('pictures', () => {
  test('say in a sentence what they show', async () => {
    await onSheet('charts', async page => {
      const said = await page.locator('svg[role=img]').evaluateAll(all => all.map(each => each.getAttribute('aria-label')!))
      // The second of the same scale was asked from high to low: both are drawn from low to high.
      expect(said.slice(0, 6)).toEqual([
        'wat het gezin zelf wilde 55%, wat de professional nodig vond 30%, wat het netwerk (familie, buren, school) kon doen 15%',
        '78,5 van 100, ik had helemaal niets te zeggen – ik besliste alles zelf',
        'tevreden: keuze 4 van 5', 'tevreden: keuze 4 van 5',
        'klik: 90 naar rechts, 95 omhoog; passende hulp: 40 naar rechts, 88 omhoog; dichtbij: 70 naar rechts, 30 omhoog; één plan: niet geplaatst',
        'school: 83 naar rechts; familie: 30 naar rechts; buren: niet geplaatst'
      ])
    })
  })

  test('a bar, a row and a zone are chosen by keys', async () => {
    await onSheet('charts', async page => {
      await page.getByRole('button', { name: '20: 5 verhalen' }).focus()
      await page.keyboard.press('Enter')
      expect(await page.locator('.chart-histogram [aria-pressed=true]').getAttribute('aria-label')).toBe('20: 5 verhalen')
      await page.getByRole('button', { name: 'basisvoorzieningen 19 19%' }).focus()
      await page.keyboard.press('Space')
      expect(await page.locator('.chart-bars li[data-selected]').innerText()).toContain('basisvoorzieningen')
      await page.getByRole('button', { name: /^in het midden: \d+ verhalen$/ }).focus()
      await page.keyboard.press('Enter')
      expect(await page.locator('.chart-zone[aria-pressed=true]').getAttribute('aria-label')).toMatch(/^in het midden/)
    })
  })
})
