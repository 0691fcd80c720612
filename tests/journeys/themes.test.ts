// Themes by keys alone: two made from codes, a card carried over, the map as a picture, a fragment that speaks against, both review
// views, a memo with a link, and taking back. What the window says is compared with what the file holds.
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openStore } from '../../db/open.ts'
import { axe, shot } from '../support/browser.ts'
import { MAIN, sitDown, smallStudy, type Study } from './support/small-study.ts'
import { withWorkbench } from './support/workbench.ts'

const OTHER = 'Er kwam steeds iemand anders aan de deur, en toch luisterde ze.'
const STORIES = [
  { body: MAIN, group: 'gezinnen', codings: [{ coder: 'Bram Visser', code: 'klik', start: 0, end: 22 }, { coder: 'Anna de Boer', code: 'expertise', start: 23, end: 50 }] },
  { body: OTHER, group: 'gezinnen', codings: [{ coder: 'Anna de Boer', code: 'geen klik', start: 0, end: 41 }] },
  { body: 'Niemand codeerde dit verhaal.', group: 'medewerkers' }
]

function rows<T>(study: Study, sql: string): T[] {
  const store = openStore(study.file)
  try {
    return store.all<T>(sql)
  } finally {
    store.close()
  }
}

/** Themes as the file has them: `name(code code −fragment)`. */
const themesIn = (study: Study): string => rows<{ theme: string, part: string | null }>(study,
  `SELECT t.name AS theme, CASE p.side WHEN 'contradicts' THEN '−' ELSE '' END || coalesce(k.name, '#' || s.number) AS part FROM theme t
   LEFT JOIN theme_part p ON p.theme = t.num AND p.removed = 0 LEFT JOIN code k ON k.num = p.code LEFT JOIN coding c ON c.num = p.coding LEFT JOIN story s ON s.num = c.story
   WHERE t.removed = 0 ORDER BY t.position, p.position`)
  .reduce<string[]>((list, { theme, part }) => (list.at(-1)?.startsWith(`${theme}(`) ? [...list.slice(0, -1), `${list.at(-1)!.slice(0, -1)} ${part})`] : [...list, `${theme}(${part ?? ''})`]), []).join(' ')
const verdictsIn = (study: Study): string[] =>
  rows<{ said: string }>(study, `SELECT coalesce('#' || s.number, k.name) || ' ' || v.verdict AS said FROM theme_verdict v LEFT JOIN story s ON s.num = v.story
    LEFT JOIN coding c ON c.num = v.coding LEFT JOIN code k ON k.num = c.code WHERE v.removed = 0 ORDER BY v.num`).map(({ said }) => said)

test('two themes from codes, a fragment against, both reviews, a memo with a link, and undo, without a mouse', async () => {
  let study: Study
  await withWorkbench({ prepare: ({ home }) => { study = smallStudy(home, { stories: STORIES }); return { projectFile: study.file } } }, async ({ page }) => {
    const keys = async (...names: string[]) => { for (const name of names) await page.keyboard.press(name) }
    const stands = async (shape: string) => { await expect.poll(() => themesIn(study)).toBe(shape) }
    await sitDown(page, 'Anna de Boer')
    await keys('Alt+3')
    await page.getByRole('heading', { level: 1, name: 'Thema’s' }).waitFor()

    await card(page, 'Codes zonder thema', 'klik').focus()
    await keys('Space', 'ArrowDown', 'ArrowDown', 'Space')
    await page.getByRole('button', { name: 'Maak thema van 2 codes' }).waitFor()
    await keys('n')
    await page.getByRole('dialog', { name: 'Nieuw thema' }).waitFor()
    await page.keyboard.type('Gezien worden')
    await keys('Tab')
    await page.keyboard.type('Een patroon waarin iemand echt kijkt.')
    await keys('Shift+Tab', 'Enter')
    await stands('Gezien worden(klik expertise)')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await keys('n')
    await page.getByRole('dialog', { name: 'Nieuw thema' }).waitFor()
    await page.keyboard.type('Een eigen plek')
    await keys('Enter')
    await stands('Gezien worden(klik expertise) Een eigen plek()')
    await page.getByRole('dialog').waitFor({ state: 'detached' })

    // A card goes to the next theme, the focus with it, and up and down among its own.
    await page.getByRole('grid', { name: 'Wat bij Een eigen plek ligt' }).waitFor()
    await card(page, 'Wat bij Gezien worden ligt', 'expertise').focus()
    await keys('Alt+ArrowRight')
    await stands('Gezien worden(klik) Een eigen plek(expertise)')
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('[data-theme-id]')?.querySelector('h2')?.textContent)).toBe('Een eigen plek')
    await keys('Alt+ArrowLeft')
    await stands('Gezien worden(klik expertise) Een eigen plek()')
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('[data-theme-id]')?.querySelector('h2')?.textContent)).toBe('Gezien worden')
    await keys('Alt+ArrowUp')
    await stands('Gezien worden(expertise klik) Een eigen plek()')
    // A code from the tray, by its handle: the list of places to let it go is the browser of keys.
    await card(page, 'Codes zonder thema', 'school').getByRole('button', { name: 'Verslepen: school' }).focus()
    await keys('Enter')
    // Carrying begins a moment after the key: the focus leaves the handle for the first place.
    await page.waitForFunction(() => !document.activeElement?.matches('.ui-tree-grip'))
    await keys('Tab', 'Enter')
    await expect.poll(() => themesIn(study)).toContain('school')
    await keys('Control+z')
    await stands('Gezien worden(expertise klik) Een eigen plek()')
    await shot(page, 'themes-board')
    await keys('k')
    await page.getByRole('group', { name: 'Kaart' }).getByText('Gezien worden').waitFor()
    await keys('Control+k')
    await page.keyboard.type('bewerken (svg)')
    await page.getByRole('menuitem', { name: 'Bewaar om te bewerken (SVG)' }).waitFor()
    const [map] = await Promise.all([page.waitForEvent('download'), keys('Enter')])
    expect(map.suggestedFilename()).toBe('themas.svg')
    await keys('b')

    await page.getByRole('link', { name: 'Gezien worden' }).focus()
    await keys('Enter')
    await page.getByRole('heading', { level: 1, name: 'Gezien worden' }).waitFor()
    await keys('f', 'a')
    await page.getByRole('dialog', { name: 'Leg een fragment bij het thema' }).waitFor()
    await page.getByRole('combobox', { name: 'Van welke code?' }).focus()
    await page.keyboard.type('geen')
    await page.getByRole('option', { name: 'geen klik' }).waitFor()
    await keys('ArrowDown', 'Enter')
    await page.getByRole('grid', { name: 'Kies fragmenten' }).getByRole('row').filter({ hasText: 'Er kwam steeds' }).focus()
    await keys('Space')
    await page.getByRole('button', { name: 'Leg 1 fragment erbij' }).focus()
    await keys('Enter')
    await stands('Gezien worden(expertise klik −#2) Een eigen plek()')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await expect.poll(() => page.locator('.theme-fragment').count()).toBe(3)
    await keys('ArrowDown', '1', '2')
    await page.getByText('2 van 3 fragmenten').waitFor()
    expect(verdictsIn(study!)).toEqual(['klik fits', 'expertise doubt'])
    expect(await axe(page)).toEqual([])

    await keys('v')
    await page.getByText('0 van 3 verhalen').waitFor()
    await page.getByRole('region', { name: 'Verhaal 1' }).locator('mark').first().waitFor()
    await keys('1')
    await page.getByRole('region', { name: 'Verhaal 2' }).getByText(OTHER.slice(42)).waitFor()
    await keys('4')
    await page.getByText('2 van 3 verhalen').waitFor()
    expect(verdictsIn(study!).slice(2)).toEqual(['#1 fits', '#2 against'])
    await keys('w')
    await page.getByRole('button', { name: '1 · Verhalen die tegenspreken', exact: true }).focus()
    await keys('Enter')
    await page.getByRole('complementary', { name: 'Verhalen die tegenspreken' }).getByRole('link', { name: 'Verhaal 2' }).waitFor()
    await keys('Escape', 'm', 's')
    await page.getByRole('textbox', { name: 'Memo' }).waitFor()
    await page.keyboard.type('Zie @gee')
    await page.getByRole('option', { name: /^geen klik/ }).waitFor()
    await keys('Enter')
    await page.keyboard.type(' nog eens.')
    expect(await axe(page)).toEqual([])
    await keys('Control+Enter')
    await page.getByRole('article').getByRole('link', { name: 'geen klik' }).waitFor()
    // The words are away: the focus is where one began, and after a change on what began that.
    const focused = () => page.evaluate(() => document.activeElement?.textContent || document.activeElement?.getAttribute('aria-label'))
    await expect.poll(focused).toBe('Schrijf een memo')
    await page.getByRole('button', { name: 'Wijzig memo' }).press('Enter')
    await page.getByRole('textbox', { name: 'Wijzig memo' }).waitFor()
    await keys('Escape')
    expect(await focused()).toBe('Wijzig memo')
    expect(rows(study!, 'SELECT body FROM memo WHERE removed = 0')).toEqual([{ body: `Zie [[code:${study!.id('geen klik')}|geen klik]] nog eens.` }])
    await keys('Control+z')
    await page.getByRole('article').filter({ hasText: 'nog eens' }).waitFor({ state: 'detached' })
    await keys('Control+z', 'Control+z')
    await expect.poll(() => verdictsIn(study)).toEqual(['klik fits', 'expertise doubt'])
  })
})

const card = (page: Page, list: string, name: string) => page.getByRole('grid', { name: list, exact: true }).getByRole('row', { name, exact: true })
