// An evening prepared and brought home: the stories of a theme become 24 cards for three tables, what is askew is mended, every story stands
// on paper whole whatever its length or script, the sheets are a tagged PDF, and what people made of it is written down and taken back.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { axe, openBrowser, shot } from '../support/browser.ts'
import type { PlainProject, PlainStory } from '../support/plain-project.ts'
import { sitDown, smallStudy } from './support/small-study.ts'
import { goTo, press, saved } from './support/steps.ts'
import { withWorkbench } from './support/workbench.ts'

/** Where words can get lost: far too long, one word, one letter, emoji, placeholders, right to left, a word without end. */
const ODD = [
  Array.from({ length: 90 }, (_, at) => `Week ${at + 1}: niemand belde, en <naam> wist ook van niets 🙂. Toen ging het verder.${at % 7 === 6 ? '\n\n' : ' '}`).join('').trim(),
  'Nee.', 'k', '👨‍👩‍👧‍👦 Wij zijn één gezin 🙂🙂 & <b>dat</b> klopt "echt".', 'שלום עולם, זה היה שנה ארוכה.\nمرحبا بالعالم، كانت سنة طويلة.\nDaarna werd het rustig.', `Begin ${'oneindig'.repeat(180)} eind.`
]
const BODIES = [...ODD, ...Array.from({ length: 34 }, (_, at) => `Verhaal ${at}. ${'We zaten aan tafel en er werd geluisterd. '.repeat(2 + at % 5)}Zo ging het nummer ${at}.`)]

/** So long that under it there is little room left, with a word that no line holds. */
const QUESTION = 'Wie bepaalde in de ondersteuning uiteindelijk wat er voor u, uw kinderen en de rest van uw gezin ging gebeuren in de hele lange periode waarover u hier vertelt?'
const LONG_WORD = 'ondersteuningsbehoeftenverduidelijkingsgesprekkenprocedurebeschrijvingen'

const stories: PlainStory[] = BODIES.map((body, at) => ({
  body, group: at % 3 === 2 ? 'Medewerkers' : 'Gezinnen', teller: `teller ${at}`, codings: at < 24 ? [{ coder: 'Anna de Boer', code: 'Invloed', start: 0, end: 1 }] : [],
  answers: { tevreden: { value: at < 24 ? 60 + at : at % 10 }, wie: { shares: [20 + at, 40, 40 - at] as [number, number, number] } }
}))

const STUDY: Partial<PlainProject> = {
  coders: [{ name: 'Anna de Boer', role: 'lead' }], groups: ['Gezinnen', 'Medewerkers'], codes: [{ name: 'Invloed' }], themes: [{ name: 'Wie beslist er?', codes: ['Invloed'] }], stories,
  signifiers: [{ key: 'tevreden', kind: 'slider', title: 'Hoe tevreden bent u?', anchors: ['niet', 'heel'] }, { key: 'wie', kind: 'triad', title: QUESTION, anchors: ['Het gezin en de mensen daaromheen', 'De hulpverlening en de gemeentelijke organisatie', 'De rechter of de jeugdbeschermingsorganisatie'] }]
}

const frame = (page: Page) => page.frameLocator('iframe')
/** The sheets as they lie in the frame: the words of each card in order, and whatever sticks out of its box. */
const sheets = (page: Page) => frame(page).locator('body').evaluate(body => (body.style.removeProperty('--seen'), {
  words: Object.entries(Object.groupBy([...body.querySelectorAll('.card:not(.back)')], card => [...card.querySelectorAll('.number, .group')].map(each => each.textContent).join())).map(([, cards]) => cards!.flatMap(card => [...card.querySelectorAll('.told')].map(told => told.textContent)).join(' ').replace(/\s+/g, '')),
  over: [...body.querySelectorAll<HTMLElement>('.body, .cell, .page, .sheet')].filter(box => box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1).map(box => `${box.parentElement!.className} > ${box.className}: ${box.scrollWidth} in ${box.clientWidth}, ${box.scrollHeight} in ${box.clientHeight}`),
  sheets: body.querySelectorAll('.sheet').length
}))
const drawnAnew = async (page: Page, act: () => Promise<void>) => {
  await page.locator('iframe').evaluate(found => found.removeAttribute('data-drawn'))
  await act()
  await page.locator('iframe[data-drawn]').waitFor()
}

test('from a theme to cards on three tables, on paper whole, and what came of it', async () => {
  await withWorkbench({ page: { acceptDownloads: true }, prepare: ({ home }) => ({ projectFile: smallStudy(home, STUDY).file }) }, async ({ page, home }) => {
    await sitDown(page, 'Anna de Boer')
    await goTo(page, 'sessie')
    await press(page, 'Maak een pakket')
    const maker = page.getByRole('dialog')
    const about = maker.getByRole('combobox', { name: 'Waarover' })
    await about.click()
    await page.keyboard.type('besl')
    expect(await about.inputValue()).toBe('besl') // 'alle verhalen' gave way, once
    await page.getByRole('option', { name: 'thema Wie beslist er?' }).click()
    await maker.getByRole('textbox', { name: 'Vraag voor de sessie' }).fill(`Wat leren wij van ${LONG_WORD}?`)
    await maker.getByRole('textbox', { name: 'Aantal kaarten' }).fill('24')
    await page.keyboard.press('Tab')
    await maker.getByText('24 kaarten, getrokken uit 24 verhalen.').waitFor()
    expect(await axe(page)).toEqual([])
    await press(page, 'Maak pakket van 24 kaarten')
    await page.getByText('24 kaarten. tafel 1: 10, tafel 2: 10, tafel 3: 10. 3 liggen op elke tafel.').waitFor()

    // All of them content: the report says so, and what it offers mends it.
    const good = page.getByText('Alleen goed nieuws:')
    await good.waitFor()
    expect(await axe(page)).toEqual([])
    await shot(page, 'session-pack')
    await page.getByRole('listitem').filter({ has: good }).getByRole('button', { name: /^Leg er een bij/ }).click()
    await page.getByText(/^25 kaarten\./).waitFor()
    await good.waitFor({ state: 'detached' })
    await page.keyboard.press('Control+z')
    await page.getByText(/^24 kaarten\./).waitFor()
    await saved(page)

    await press(page, 'Afdrukken')
    await page.locator('iframe[data-drawn]').waitFor()
    const whole = BODIES.slice(0, 24).map(body => body.replace(/\s+/g, ''))
    // Three of them lie on every table, and are there as often.
    const once = (words: readonly string[]) => [words.length, [...new Set(words)].toSorted()]
    const told = [30, whole.toSorted()]
    for (const [size, type] of [['A5', 'helder, 14 punt'], ['A4', 'helder, 14 punt'], ['A6', 'helder, 14 punt'], ['A6', 'groot, 18 punt'], ['A5', 'groot, 18 punt'], ['A4', 'groot, 18 punt']] as const) {
      for (const choice of [size, type]) {
        const radio = page.getByRole('radio', { name: choice, exact: true })
        if (!await radio.isChecked()) await drawnAnew(page, () => radio.click({ force: true }))
      }
      const found = await sheets(page)
      expect({ size, type, words: once(found.words), over: found.over }).toEqual({ size, type, words: told, over: [] })
    }
    await shot(page, 'session-paper')
    // Else a press on the lowest scrolls the pane away from under its own controls.
    expect(await page.locator('.ui-check, .ui-radio-segment').evaluateAll(all => all.filter(each => (each.firstElementChild as HTMLElement).offsetParent !== each).length)).toBe(0)
    const took = Number(await page.locator('iframe').getAttribute('data-drawn'))
    expect(took).toBeLessThan(5000) // a second alone (58 ms for 30 cards); other tests run beside it

    const { sheets: count } = await sheets(page)
    await press(page, 'Bewaar')
    const [saving] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: /^Als bladen/ }).click()])
    await saving.saveAs(join(home, 'cards.html'))
    const html = readFileSync(join(home, 'cards.html'), 'utf8')
    expect(html.match(/<script|https?:|src="(?!data:)|url\('(?!data:)/g)).toBeNull()
    const paper = await (await openBrowser()).newPage()
    await paper.goto(`file://${join(home, 'cards.html')}`)
    const pdf = (await paper.pdf({ preferCSSPageSize: true, tagged: true, outline: true })).toString('latin1')
    await paper.close()
    expect({ pages: pdf.match(/\/Type\s*\/Page\b/g)?.length, isTagged: pdf.includes('/StructTreeRoot'), hasType: /\/Subtype\s*\/CIDFontType2[^]*SourceSans3|SourceSans3[^]*\/Subtype\s*\/CIDFontType2/.test(pdf) }).toEqual({ pages: count, isTagged: true, hasType: true })

    await press(page, 'Bewaar')
    const [words] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: /DOCX/ }).click()])
    await words.saveAs(join(home, 'cards.docx'))
    const written = strFromU8(unzipSync(readFileSync(join(home, 'cards.docx')))['word/document.xml']!)
    const plain = (xml: string) => [...xml.matchAll(/<w:pStyle w:val="Normal"\/>.*?<\/w:p>/g)].map(([each]) => each.replace(/<[^>]*>/g, '')).join('').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&').replace(/\s+/g, '')
    expect(once(written.split('<w:pStyle w:val="Heading1"/>').slice(1).map(plain))).toEqual(told)

    // The list for who leads goes on over pages by whole rows, under its head each time.
    await drawnAnew(page, async () => {
      await page.getByRole('button', { name: /Materiaal/ }).click()
      await page.getByRole('option', { name: 'Kaartenlijst voor de leiding' }).click()
    })
    const lists = await frame(page).locator('table').evaluateAll(all => all.map(each => [each.querySelectorAll('th').length, each.querySelectorAll('tbody tr').length]))
    expect({ heads: new Set(lists.map(([heads]) => heads)), rows: lists.reduce((sum, [, rows]) => sum + rows!, 0), isSplit: lists.length > 1, over: (await sheets(page)).over }).toEqual({ heads: new Set([5]), rows: 24, isSplit: true, over: [] })

    // Of every story a few sentences stand on the quote sheet, each on one page with where it comes from.
    await drawnAnew(page, async () => {
      await page.getByRole('button', { name: /Materiaal/ }).click()
      await page.getByRole('option', { name: 'Citatenblad' }).click()
    })
    const quoted = await frame(page).locator('body').evaluate(body => [...body.querySelectorAll('.body > .said')].map(said => [...said.children].map(each => each.className).join()))
    const quotePages = await sheets(page)
    expect({ quoted: quoted.toSorted(), over: quotePages.over, isShort: quotePages.sheets <= 6 }).toEqual({ quoted: Array.from({ length: 24 }, () => 'quote,source'), over: [], isShort: true })

    // M36: a figure with a few voices, each tied to its place; for a word processor the figure goes along as a drawing.
    await drawnAnew(page, async () => {
      await page.getByRole('button', { name: /Materiaal/ }).click()
      await page.getByRole('option', { name: 'Figuur met citaten' }).click()
    })
    const tied = await frame(page).locator('.linked').evaluate(linked => [linked.querySelectorAll('.voice').length, linked.querySelectorAll('.ties path').length, linked.querySelectorAll('[data-mark]').length])
    expect({ tied, over: (await sheets(page)).over }).toEqual({ tied: [tied[0], tied[0], 4], over: [] })
    expect(tied[0]).toBeGreaterThan(1)
    await press(page, 'Bewaar')
    const [figure] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: /DOCX/ }).click()])
    await figure.saveAs(join(home, 'figure.docx'))
    const parts = unzipSync(readFileSync(join(home, 'figure.docx')))
    expect([strFromU8(parts['word/media/image1.svg']!).includes('<circle'), Buffer.from(parts['word/media/image1.png']!).toString('latin1', 1, 4), Buffer.from(parts['word/media/image1.png']!).readUInt32BE(16)]).toEqual([true, 'PNG', Math.round(165 / 25.4 * 300)])

    // A long question takes room from the figure under it, and never sends it to a page of its own; the words at its corners keep apart.
    await drawnAnew(page, async () => {
      await page.getByRole('button', { name: /Materiaal/ }).click()
      await page.getByRole('option', { name: 'Patroonposter A3' }).click()
    })
    const poster = await sheets(page)
    const astray = await frame(page).locator('svg.figure').evaluate(figure => {
      const box = figure.getBoundingClientRect()
      const words = [...figure.querySelectorAll('text')].map(each => ({ says: each.textContent, at: each.getBoundingClientRect() }))
      return words.filter(({ at }, place) => at.top < box.top || at.bottom > box.bottom || at.left < box.left || at.right > box.right
        || words.slice(0, place).some(other => other.at.left < at.right && at.left < other.at.right && Math.abs(other.at.top - at.top) < at.height / 2)).map(({ says }) => says)
    })
    expect({ sheets: poster.sheets, over: poster.over, astray }).toEqual({ sheets: 1, over: [], astray: [] })

    // On the wall a part of the figure brings its stories; closing them leaves the figure standing.
    await page.locator('.session-back').click()
    await press(page, 'Toon op de muur')
    await page.keyboard.press('PageDown')
    await page.getByRole('heading', { level: 1, name: QUESTION }).waitFor()
    await page.keyboard.press('PageDown')
    await page.getByRole('button', { name: /^80: \d+ verhalen/ }).locator('.chart-hit').click()
    await page.getByRole('complementary').filter({ hasText: 'Verhalen bij dit deel' }).locator('.filter-behind-sum').waitFor()
    await page.keyboard.press('Escape')
    await page.getByText('Verhalen bij dit deel').waitFor({ state: 'detached' })
    await page.getByRole('heading', { level: 1, name: 'Hoe tevreden bent u?' }).waitFor()

    await goTo(page, 'sessie?deel=sessions')
    await press(page, 'Sessie toevoegen')
    await page.getByRole('dialog').getByRole('textbox', { name: 'Naam van de sessie' }).fill('Avond in Noord')
    await press(page, 'Voeg toe')
    await press(page, 'Waarneming toevoegen')
    const form = page.getByRole('dialog')
    await form.getByLabel('Wat zag of las de tafel?').fill('Er wordt niet gebeld.')
    await form.getByLabel('Uitleg 1').fill('Te weinig mensen.')
    expect(await form.getByRole('button', { name: 'Bewaar' }).isDisabled()).toBe(true)
    // Leaving by accident loses nothing.
    await page.keyboard.press('Escape')
    await form.waitFor({ state: 'detached' })
    await press(page, 'Waarneming toevoegen')
    expect(await form.getByLabel('Uitleg 1').inputValue()).toBe('Te weinig mensen.')
    await form.getByLabel('Uitleg 2').fill('Niemand voelt zich eigenaar.')
    await form.getByRole('combobox', { name: 'Hoort bij' }).fill('beslist')
    await page.getByRole('option', { name: 'thema Wie beslist er?' }).click()
    await form.getByRole('button', { name: 'Bewaar' }).click()
    await page.getByText('Niemand voelt zich eigenaar.').waitFor()
    expect(await axe(page)).toEqual([])
    await goTo(page, 'sessie?deel=sessions')
    await page.getByText('Avond in Noord · thema Wie beslist er?').waitFor()
    const [table] = await Promise.all([page.waitForEvent('download'), press(page, 'Bewaar de oogst voor Excel')])
    expect(table.suggestedFilename()).toBe('oogst.xlsx')
    await page.keyboard.press('Control+z')
    await page.getByText('Er wordt niet gebeld.').waitFor({ state: 'detached' })
  })
}, 90_000)
