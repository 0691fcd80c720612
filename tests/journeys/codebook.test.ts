// The codebook in a real window: made, nested by keys, renamed, merged with undo, retired and brought back, out and in as a file; and the journal with its annex.
import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { expect, test, vi } from 'vitest'
import { openStore } from '../../db/open.ts'
import { axe, shot } from '../support/browser.ts'
import { sitDown, smallStudy, type Study } from './support/small-study.ts'
import { shareWorkbench } from './support/workbench.ts'

vi.setConfig({ testTimeout: 90_000 })

/** The tree as the file has it: `name(children)`, retired ones with a dagger. */
function treeIn(study: Study): string {
  const store = openStore(study.file)
  try {
    const rows = store.all<{ num: number, parent: number | null, name: string, retired: number }>('SELECT num, parent, name, retired FROM code WHERE removed = 0 ORDER BY position')
    const draw = (parent: number | null): string => rows.filter(row => row.parent === parent).map(row => {
      const below = draw(row.num)
      return `${row.name}${row.retired ? '†' : ''}${below ? `(${below})` : ''}`
    }).join(' ')
    return draw(null)
  } finally {
    store.close()
  }
}

const row = (page: Page, name: string) => page.getByRole('treegrid').getByRole('row', { name, exact: true })
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

let study: Study | undefined
const bench = shareWorkbench({ prepare: ({ home }) => { study = smallStudy(home); return { projectFile: study.file } } }, ({ page }) => sitDown(page, 'Anna de Boer'))

/** To the page of the code "klik", from wherever the test before was; each leaves the codebook as it found it. */
async function atKlik(): Promise<Page> {
  const { page } = bench()
  await page.getByRole('link', { name: 'Codes', exact: true }).click()
  await row(page, 'klik').click()
  await page.getByRole('heading', { level: 1, name: 'klik', exact: true }).waitFor()
  return page
}

const stands = async (tree: string) => { await expect.poll(() => treeIn(study!)).toBe(tree) }

test('codes are made, nested and ordered by keys alone, and renamed', async () => {
  const page = await atKlik()
  await stands('klik(geen klik) expertise hulpvraag(school thuis)')
  expect(await axe(page)).toEqual([])
  await shot(page, 'codebook')
  await page.keyboard.press('n')
  await page.getByRole('dialog', { name: 'Nieuwe code' }).waitFor()
  await page.keyboard.type('netwerk')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'netwerk' }).waitFor()
  await stands('klik(geen klik) expertise hulpvraag(school thuis) netwerk')
  await row(page, 'netwerk').focus()
  await page.keyboard.press('Alt+ArrowUp')
  await stands('klik(geen klik) expertise netwerk hulpvraag(school thuis)')
  await page.keyboard.press('Alt+ArrowRight')
  await stands('klik(geen klik) expertise(netwerk) hulpvraag(school thuis)')
  await page.keyboard.press('Alt+ArrowLeft')
  await stands('klik(geen klik) expertise netwerk hulpvraag(school thuis)')
  await page.keyboard.press('F2')
  await page.getByRole('dialog', { name: 'Andere naam' }).waitFor()
  expect(await axe(page)).toEqual([])
  await page.keyboard.press('Control+a')
  await page.keyboard.type('eigen netwerk')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'eigen netwerk' }).waitFor()
  await page.keyboard.press('Shift+N')
  await page.keyboard.type('buren')
  await page.keyboard.press('Enter')
  await stands('klik(geen klik) expertise eigen netwerk(buren) hulpvraag(school thuis)')
  await page.getByRole('dialog').waitFor({ state: 'detached' }) // while it closes, keys still belong to it
  for (const undone of ['klik(geen klik) expertise eigen netwerk hulpvraag(school thuis)', 'klik(geen klik) expertise netwerk hulpvraag(school thuis)', 'klik(geen klik) expertise(netwerk) hulpvraag(school thuis)',
    'klik(geen klik) expertise netwerk hulpvraag(school thuis)', 'klik(geen klik) expertise hulpvraag(school thuis) netwerk', 'klik(geen klik) expertise hulpvraag(school thuis)']) {
    await page.keyboard.press('Control+z')
    await stands(undone)
  }
})

test('a name that is taken is refused in words', async () => {
  const page = await atKlik()
  bench().expectErrors(/409/)
  await press(page, 'Nieuwe code')
  await page.keyboard.type(' KLIK ')
  await page.keyboard.press('Enter')
  await page.getByText('Op deze plek staat al een code “KLIK”', { exact: false }).waitFor()
  expect(await page.getByRole('dialog', { name: 'Nieuwe code' }).count()).toBe(1)
  await stands('klik(geen klik) expertise hulpvraag(school thuis)')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
})

test('what a code means is kept when one leaves the field, and can be undone', async () => {
  const page = await atKlik()
  const definition = page.getByLabel('Wat bedoelen we ermee?')
  await definition.fill('Elkaar liggen of niet.')
  await page.getByLabel('Wel gebruiken als').focus()
  await page.locator('.frame-save[data-state=saved]').waitFor()
  await page.locator('.code-colour').nth(6).click()
  await expect.poll(() => page.getByRole('radio', { name: 'Kleur G' }).isChecked()).toBe(true)
  await page.getByRole('heading', { level: 1, name: 'klik', exact: true }).click()
  await page.keyboard.press('Control+z')
  await expect.poll(() => page.getByRole('radio', { name: 'Kleur A' }).isChecked()).toBe(true)
  expect(await definition.inputValue()).toBe('Elkaar liggen of niet.')
  await page.keyboard.press('Control+z')
  await expect.poll(() => definition.inputValue()).toBe('')
  await page.getByText('Deze code is 1 keer herschreven').click()
  const changes = page.locator('.code-changes')
  await changes.getByText(/^ongedaan gemaakt – Wat bedoelen we ermee\? – Anna de Boer/).waitFor()
  expect(await changes.getByRole('deletion').allTextContents()).toEqual(['Elkaar liggen of niet.'])
})

test('[C6] the codebook leaves as a file and comes back with a code more; it stands on paper, and what stands out is pointed at', async () => {
  const page = await atKlik()
  const menu = async (name: string) => { await press(page, 'Meer met het codeboek'); await page.getByRole('menuitem', { name }).click() }
  const [left] = await Promise.all([page.waitForEvent('download'), menu('Bewaar als CSV-bestand')])
  const [head, ...rows] = readFileSync(await left.path(), 'utf8').trimEnd().split(/\r?\n/)
  expect(rows.map(words => words.split(';')[0])).toEqual(['klik', 'klik > geen klik', 'expertise', 'hulpvraag', 'hulpvraag > school', 'hulpvraag > thuis'])
  await menu('Codeboek inlezen…')
  const dialog = page.getByRole('dialog', { name: 'Codeboek inlezen' })
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), dialog.getByRole('button', { name: 'Kies een bestand' }).click()])
  await chooser.setFiles({ name: 'codeboek.csv', mimeType: 'text/csv', buffer: Buffer.from([head, ...rows, 'hulpvraag > buurt;Wie er dichtbij woont.'].join('\r\n')) })
  await dialog.getByText('Nieuw: 1. Gewijzigd: 0. Hetzelfde: 6.').waitFor()
  expect(await axe(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Lees in' }).click()
  await stands('klik(geen klik) expertise hulpvraag(school thuis buurt)')
  await dialog.waitFor({ state: 'detached' })
  await page.keyboard.press('Control+z')
  await stands('klik(geen klik) expertise hulpvraag(school thuis)')
  await menu('Codeboek op papier')
  await page.getByRole('heading', { level: 1, name: 'Codeboek van Proef' }).waitFor()
  await page.goBack()
  await menu('Wat valt op in het codeboek?')
  await page.getByRole('region', { name: 'Eén keer gebruikt' }).getByRole('link', { name: 'klik' }).waitFor()
})

test('merging shows what it does, does it, and is undone whole; an example opens its story', async () => {
  const page = await atKlik()
  await press(page, 'Voeg samen met…')
  const dialog = page.getByRole('dialog', { name: 'klik samenvoegen' })
  await dialog.getByRole('combobox', { name: /Samenvoegen met/ }).fill('expert')
  await page.getByRole('option', { name: /expertise/ }).click()
  await dialog.getByText('Er gaat 1 codering van 1 codeur naar “expertise”.').waitFor()
  await dialog.getByText('De code eronder verhuist mee naar “expertise”.').waitFor()
  expect(await axe(page)).toEqual([])
  await shot(page, 'codebook-merge')
  await dialog.getByRole('button', { name: 'Voeg samen', exact: true }).click()
  await stands('klik† expertise(geen klik) hulpvraag(school thuis)')
  await page.getByRole('heading', { level: 1, name: 'expertise' }).waitFor()
  await page.getByText('klik is samengevoegd met expertise: 1 codering ging mee').waitFor()
  await page.getByRole('region', { name: 'Meldingen' }).getByRole('button', { name: 'Ongedaan maken' }).click()
  await stands('klik(geen klik) expertise hulpvraag(school thuis)')
  await row(page, 'klik').click()
  await page.getByRole('heading', { level: 1, name: 'klik', exact: true }).waitFor()
  await page.getByRole('link', { name: /Toen viel het kwartje/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Verhaal 1' }).waitFor()
})

test('[C5] a code is split by number keys, fragment by fragment, and the split is undone whole', async () => {
  const page = await atKlik()
  await press(page, 'Splits…')
  await page.getByRole('heading', { level: 1, name: 'klik splitsen' }).waitFor()
  await page.getByLabel('Nieuwe code', { exact: true }).fill('kwartje')
  await page.keyboard.press('Enter')
  await page.getByRole('listitem', { name: /^Fragment 1: Toen viel het kwartje/ }).focus()
  await page.keyboard.press('1')
  await page.getByText('Dit verhuist: 1 codering naar “kwartje”. Het werk is van 1 codeur.').waitFor()
  expect(await axe(page)).toEqual([])
  await shot(page, 'codebook-split')
  await page.getByText('Gebruik “klik” daarna niet meer').click()
  await press(page, 'Splits')
  await stands('klik†(geen klik) expertise hulpvraag(school thuis) kwartje')
  await page.getByRole('region', { name: 'Meldingen' }).getByRole('button', { name: 'Ongedaan maken' }).click()
  await stands('klik(geen klik) expertise hulpvraag(school thuis)')
})

test('a code is retired, kept out of sight, and brought back', async () => {
  const page = await atKlik()
  await row(page, 'thuis').click()
  await press(page, 'Niet meer gebruiken')
  await stands('klik(geen klik) expertise hulpvraag(school thuis†)')
  await expect.poll(() => row(page, 'thuis').count()).toBe(0)
  await page.getByText('Toon ook 1 code die niet meer in gebruik is').click()
  await row(page, 'thuis').waitFor()
  expect(await axe(page)).toEqual([])
  await shot(page, 'codebook-retired')
  await press(page, 'Haal terug')
  await stands('klik(geen klik) expertise hulpvraag(school thuis)')
})

test('the journal: an entry from a prompt, private or shared, and the way from a memo to its place', async () => {
  const page = await atKlik()
  await press(page, 'Schrijf een memo')
  await page.keyboard.type('Nog scherper omschrijven.')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('article').getByText('Nog scherper omschrijven.').waitFor()
  await page.getByRole('link', { name: 'Logboek' }).click()
  await page.getByRole('heading', { level: 1, name: 'Logboek' }).waitFor()
  expect(await axe(page)).toEqual([])
  await page.getByText('Kom je er niet in? Begin met een vraag:').click()
  await shot(page, 'journal-empty')
  await press(page, 'Wat verraste me vandaag?')
  await page.keyboard.type('Dat niemand over geld begon.')
  await page.getByLabel('Titel').fill('Eerste dag')
  await page.getByRole('button', { name: /^Bewaar/ }).click()
  await page.getByRole('article').getByText('Dat niemand over geld begon.').waitFor()
  await page.getByRole('heading', { level: 2, name: 'Eerste dag' }).waitFor()
  expect(await axe(page)).toEqual([])
  await shot(page, 'journal')
  await press(page, 'Sluit af met een korte terugblik')
  await expect.poll(() => page.getByLabel('Titel').inputValue()).toMatch(/^Terugblik \d/)
  await page.getByRole('button', { name: /Waar zijn we\?/ }).click()
  await page.getByRole('option', { name: '2. Coderen' }).click()
  await press(page, 'Maak een bijlage')
  await page.getByRole('dialog').getByText('Word-bestand').click()
  const [annex] = await Promise.all([page.waitForEvent('download'), press(page, 'Bewaar de bijlage')])
  expect(annex.suggestedFilename()).toBe('logboek-en-besluiten.docx')
  const words = strFromU8(unzipSync(readFileSync(await annex.path()))['word/document.xml']!).replace(/<\/w:p>/g, '\n').replace(/<[^>]*>/g, '')
  expect(['Dat niemand over geld begon.', 'Nog scherper omschrijven.', 'fase van het project gewijzigd: Coderen', 'ongedaan gemaakt – code gewijzigd: klik (definitie)'].filter(each => !words.includes(each))).toEqual([])
  await page.getByRole('tab', { name: /Andere memo’s/ }).click()
  await page.getByRole('link', { name: 'Bij code klik' }).click()
  await page.getByRole('heading', { level: 1, name: 'klik', exact: true }).waitFor()
})

test('codes are dragged under another, and beside one', async () => {
  const page = await atKlik()
  await row(page, 'thuis').dragTo(row(page, 'expertise'))
  await stands('klik(geen klik) expertise(thuis) hulpvraag(school)')
  await row(page, 'thuis').waitFor()
  await row(page, 'thuis').dragTo(row(page, 'klik'), { targetPosition: { x: 200, y: 2 } })
  await stands('thuis klik(geen klik) expertise hulpvraag(school)')
  expect(await page.getByRole('treegrid').getByRole('row').count()).toBe(6)
})
