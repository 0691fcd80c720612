// Reading and coding in a real window: by mouse, by keyboard alone, and beside a colleague.
import type { Page } from 'playwright-core'
import { describe, expect, test, vi } from 'vitest'
import { openStore } from '../../db/open.ts'
import { newId } from '../../shared/domain/ids.ts'
import { axe, shot } from '../support/browser.ts'
import { enter } from '../support/enter.ts'
import { firstStories, MAIN, sitDown, smallStudy, type Study } from './support/small-study.ts'
import { goTo, saved, second } from './support/steps.ts'
import { shareWorkbench, withWorkbench, type Workbench } from './support/workbench.ts'

vi.setConfig({ testTimeout: 90_000 })

type Place = [code: string, coder: string, words: string, flag?: string]

/** Codings that stand in the file (of one story, or of all), with their words, in the order they were made. */
function standing(study: Study, story?: number): Place[] {
  const store = openStore(study.file)
  try {
    return store.all<{ code: string, coder: string, story: number, body: string, s: number, e: number, flag: string }>(
      `SELECT k.name AS code, p.name AS coder, t.story, r.body, c.at_start AS s, c.at_end AS e, c.flag FROM coding c JOIN code k ON k.num = c.code JOIN coder p ON p.num = c.coder
       JOIN text t ON t.num = c.text JOIN revision r ON r.text = t.num AND r.number = t.newest WHERE c.removed = 0 ORDER BY c.num`)
      .filter(row => story === undefined || row.story === story).map(row => [row.code, row.coder, row.body.slice(row.s, row.e), ...(row.flag ? [row.flag] : [])] as Place)
  } finally {
    store.close()
  }
}

type Bench = Workbench & { study: Study, stands: (expected: Place[]) => Promise<void> }

/** One window on one study for several tests: `inStory` goes to a story of one's own, and sees the codings of that story alone. */
function shareStudy(change?: Parameters<typeof smallStudy>[1]): { asItIs: () => Bench, inStory: (story: number) => Promise<Bench> } {
  let study: Study | undefined
  const bench = shareWorkbench({ prepare: ({ home }) => { study = smallStudy(home, change); return { projectFile: study.file } } }, async ({ page }) => {
    await sitDown(page, 'Anna de Boer')
    await text(page).waitFor()
  })
  const benchOf = (story?: number): Bench => ({ ...bench(), study: study!, stands: async expected => { await expect.poll(() => standing(study!, story)).toEqual(expected) } })
  return {
    asItIs: benchOf,
    inStory: async story => {
      await goTo(bench().page, `lezen/${study!.id(`#${story}`)}`)
      await text(bench().page, story).waitFor()
      return benchOf(story)
    }
  }
}

/** A study of its own for one test. */
async function withStudy(work: (bench: Bench) => Promise<void>, change?: Parameters<typeof smallStudy>[1]): Promise<void> {
  let study: Study | undefined
  await withWorkbench({ prepare: ({ home }) => { study = smallStudy(home, change); return { projectFile: study.file } } }, async bench => {
    await sitDown(bench.page, 'Anna de Boer')
    await text(bench.page).waitFor()
    await work({ ...bench, study: study!, stands: async expected => { await expect.poll(() => standing(study!)).toEqual(expected) } })
  })
}

const text = (page: Page, story = 1) => page.getByRole('textbox', { name: `Verhaal ${story}`, exact: true })
const margin = (page: Page, code: string, coder: string) => page.getByRole('toolbar', { name: 'Coderingen in de marge' }).getByRole('button', { name: new RegExp(`^${code} .*door ${coder}`) })
const picker = (page: Page) => page.getByRole('dialog', { name: 'Kies een code' })
const options = (page: Page) => picker(page).getByRole('option')

/** Drags over these words of the main text. */
async function drag(page: Page, words: string): Promise<void> {
  const { from, to } = await page.evaluate(([body, wanted]) => {
    const start = body!.indexOf(wanted!)
    const paragraphs = body!.split('\n')
    const point = (offset: number) => {
      let at = 0
      for (const [index, paragraph] of paragraphs.entries()) {
        if (offset <= at + paragraph.length) {
          const range = document.createRange()
          const node = document.querySelectorAll('.reader.is-page .reader-text > p')[index]!.firstChild!.firstChild!
          range.setStart(node, offset - at)
          range.setEnd(node, offset - at)
          const rect = range.getBoundingClientRect()
          return { x: rect.left, y: rect.top + rect.height / 2 }
        }
        at += paragraph.length + 1
      }
      throw new Error('no such words')
    }
    const [first, last] = [point(start), point(start + wanted!.length)]
    return { from: { x: first.x + 2, y: first.y }, to: { x: last.x - 2, y: last.y } }
  }, [MAIN, words])
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2)
  await page.mouse.move(to.x, to.y)
  await page.mouse.up()
}

const BRAM: Place = ['klik', 'Bram Visser', 'Toen viel het kwartje.']

describe('in stories of one study', () => {
  const { inStory } = shareStudy(firstStories(6))

  test('three overlapping fragments with the mouse; undo and redo; the same code again stays one', async () => {
    const { page, stands } = await inStory(1)
    await stands([BRAM])
    await drag(page, 'Ze luisterde echt naar mij')
    await page.getByRole('toolbar', { name: 'Met de geselecteerde woorden' }).getByRole('button', { name: 'Code', exact: false }).first().click()
    await picker(page).waitFor()
    expect(await axe(page)).toEqual([])
    await shot(page, 'coding-picker')
    await options(page).filter({ hasText: 'expertise' }).click()
    await picker(page).waitFor({ state: 'detached' })
    const one: Place = ['expertise', 'Anna de Boer', 'Ze luisterde echt naar mij']
    await stands([BRAM, one])
    await shot(page, 'coding-selected')

    await drag(page, 'echt naar mij en niet alleen')
    await page.keyboard.press('c')
    await page.keyboard.type('geen')
    await page.keyboard.press('Enter')
    const two: Place = ['geen klik', 'Anna de Boer', 'echt naar mij en niet alleen']
    await stands([BRAM, one, two])

    await drag(page, 'naar mij')
    await page.keyboard.press('1')
    const three: Place = ['expertise', 'Anna de Boer', 'naar mij']
    await stands([BRAM, one, two, three])
    await page.keyboard.press('1')
    await page.keyboard.press('.')
    await saved(page)
    await stands([BRAM, one, two, three])
    await margin(page, 'geen klik', 'Anna de Boer').waitFor()
    await shot(page, 'coding-overlap')

    await page.keyboard.press('Control+z')
    await stands([BRAM, one, two])
    await page.keyboard.press('Control+z')
    await stands([BRAM, one])
    await page.keyboard.press('Control+Shift+Z')
    await stands([BRAM, one, two])
    expect(await axe(page)).toEqual([])
  })

  test('two windows see each other’s codings within a second, and a selection in the making stays', async () => {
    const { page, study, stands, colleague } = await inStory(2)
    await colleague(async other => {
      await sitDown(other, 'Bram Visser')
      await goTo(other, `lezen/${study.id('#2')}`)
      await text(other, 2).waitFor()
      await drag(page, 'weer naar school')
      await page.getByRole('toolbar', { name: 'Met de geselecteerde woorden' }).waitFor()
      const before = await page.evaluate(() => ({ words: getSelection()?.toString(), top: document.querySelector('.reader.is-page')!.scrollTop }))
      await drag(other, 'Ze luisterde')
      await other.keyboard.press('c')
      await other.keyboard.type('expertise')
      await other.keyboard.press('Enter')
      // Counted from the moment it stands in the file.
      await stands([BRAM, ['expertise', 'Bram Visser', 'Ze luisterde']])
      const committed = Date.now()
      await margin(page, 'expertise', 'Bram Visser').waitFor()
      expect(Date.now() - committed).toBeLessThan(second())
      await page.getByRole('tab', { name: /1 nieuwe codering van een collega/ }).waitFor()
      expect(await page.evaluate(() => ({ words: getSelection()?.toString(), top: document.querySelector('.reader.is-page')!.scrollTop }))).toEqual(before)
      await page.keyboard.press('c')
      await page.keyboard.type('school')
      await page.keyboard.press('Enter')
      await margin(other, 'school', 'Anna de Boer').waitFor()
      await stands([BRAM, ['expertise', 'Bram Visser', 'Ze luisterde'], ['school', 'Anna de Boer', 'weer naar school']])

      await margin(page, 'expertise', 'Bram Visser').click()
      await page.getByText('Alleen Bram Visser kan deze codering aanpassen.').waitFor()
      await page.keyboard.press('Delete')
      await saved(page)
      await stands([BRAM, ['expertise', 'Bram Visser', 'Ze luisterde'], ['school', 'Anna de Boer', 'weer naar school']])
    })
  })

  test('memos on a story and on a coding are written, changed and taken away again', async () => {
    const { page } = await inStory(3)
    await page.keyboard.press('m')
    await page.keyboard.type('Dit gaat over vertrouwen.')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('article').getByText('Dit gaat over vertrouwen.').waitFor()
    await margin(page, 'klik', 'Bram Visser').click()
    await page.keyboard.press('m')
    await page.getByText('Memo bij de codering klik').waitFor()
    await page.keyboard.type('Ik las dit anders.')
    await page.getByText('Privé: alleen ik lees dit').click()
    expect(await axe(page)).toEqual([])
    await page.getByRole('button', { name: /^Bewaar/ }).last().click()
    const memo = page.getByRole('article').filter({ hasText: 'Ik las dit anders.' })
    await memo.getByText('privé').waitFor()
    await shot(page, 'coding-memos')
    await memo.getByRole('button', { name: 'Wijzig memo' }).click()
    await page.keyboard.type(' Waarom?')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('article').getByText('Ik las dit anders. Waarom?').waitFor()
    await page.getByRole('article').filter({ hasText: 'Waarom?' }).getByRole('button', { name: 'Haal memo weg' }).click()
    await expect.poll(() => page.getByRole('article').count()).toBe(1)
    await page.getByRole('button', { name: 'Ongedaan maken' }).last().click()
    await expect.poll(() => page.getByRole('article').count()).toBe(2)
    expect(await axe(page)).toEqual([])
  })

  test('a code under another is made from “parent > new”; a name that is there is used, not made again', async () => {
    const { page, stands } = await inStory(4)
    await drag(page, 'een buddy')
    await page.keyboard.press('c')
    await page.keyboard.type('scho > maatje')
    await page.getByText('“maatje” onder school').waitFor()
    await page.keyboard.press('Enter')
    const buddy: Place = ['maatje', 'Anna de Boer', 'een buddy']
    await stands([BRAM, buddy])
    await drag(page, 'weer op')
    await page.keyboard.press('c')
    await page.keyboard.type(' EXPERTISE ')
    await page.keyboard.press('Control+Enter')
    await stands([BRAM, buddy, ['expertise', 'Anna de Boer', 'weer op']])
    await page.getByRole('link', { name: 'Codes' }).click()
    await page.getByRole('row', { name: 'maatje' }).click()
    expect(await page.locator('.code-path').textContent()).toBe('hulpvraag › school')
  })

  test('an answer under the story is coded like the story; finding words walks through both', async () => {
    const { page, stands } = await inStory(5)
    await page.getByRole('textbox', { name: 'Wat wil je nog kwijt?' }).focus()
    for (const key of ['Control+ArrowRight', 's', 'c']) await page.keyboard.press(key)
    await page.keyboard.type('klik')
    await page.keyboard.press('Enter')
    await stands([BRAM, ['klik', 'Anna de Boer', 'Dat ze naar me luisterde, dat was nieuw.']])
    await page.keyboard.press('Control+f')
    await page.keyboard.type('LUISTERDE')
    await page.getByText('1 van 2').waitFor()
    await page.keyboard.press('Enter')
    await page.getByText('2 van 2').waitFor()
    expect(await axe(page)).toEqual([])
    await shot(page, 'coding-find')
    await page.keyboard.press('Escape')
    await page.getByRole('tab', { name: /Coderingen/ }).click()
    await shot(page, 'coding-list')
    expect(await page.getByRole('list', { name: 'Coderingen in dit verhaal' }).getByRole('listitem').count()).toBe(2)
  })

  test('what a colleague does under an open picker gives no other code than was meant, and is told', async () => {
    const { page, host, study, stands } = await inStory(6)
    const bram = await enter(host.link())
    await bram.desk('desk.open', { path: study.file })
    await bram.desk('desk.enter', { coder: study.id('Bram Visser') })
    await drag(page, 'een buddy')
    await page.keyboard.press('c')
    await page.keyboard.type('thui')
    await options(page).filter({ hasText: 'thuis' }).waitFor()
    await bram.call('code.retire', { code: study.id('thuis') })
    await options(page).filter({ hasText: 'thuis' }).waitFor({ state: 'detached' })
    await page.keyboard.press('Enter')
    expect(await picker(page).count()).toBe(1)
    await page.keyboard.press('Backspace')
    const { texts } = await bram.call('story.read', { story: study.id('#6') })
    await bram.call('text.revise', { texts: [{ text: texts[0]!.id, revision: newId(), from: texts[0]!.revision, body: `Nou. ${MAIN}` }], reason: 'other' })
    await page.locator('.reader-text').getByText('Nou. Toen').waitFor()
    await page.keyboard.press('Control+Enter')
    await page.getByText('De woorden zijn intussen verbeterd. Selecteer ze opnieuw.').waitFor()
    await stands([BRAM])
  })
})

describe('from story to story', () => {
  const { asItIs } = shareStudy()

  test('by keyboard alone: read, select, code, a new code, in vivo, recode, longer, flag, remove, done, next', async () => {
    const { page, stands } = asItIs()
    const keys = async (...pressed: string[]) => { for (const key of pressed) await page.keyboard.press(key) }
    await keys('t', 'Control+ArrowRight', 'Control+ArrowRight', 'Control+ArrowRight', 'Control+ArrowRight', 's', 'Enter')
    await picker(page).waitFor()
    await page.keyboard.type('zich gehoord voelen')
    await keys('Control+Enter')
    const sentence = 'Toen viel het kwartje.'
    const heard: Place = ['zich gehoord voelen', 'Anna de Boer', sentence]
    await stands([BRAM, heard])
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('reader-text')

    await keys('Enter')
    await page.keyboard.type('klik')
    await keys('Shift+Enter')
    await options(page).filter({ hasText: 'klik' }).first().getByText('staat er al').waitFor()
    await page.keyboard.type('thuis')
    await keys('Enter')
    const both: Place[] = [['klik', 'Anna de Boer', sentence], ['thuis', 'Anna de Boer', sentence]]
    await stands([BRAM, heard, ...both])

    await keys('ArrowRight', 'ArrowRight', 'w', 'v')
    const inVivo: Place = ['Ze', 'Anna de Boer', 'Ze']
    await stands([BRAM, heard, ...both, inVivo])

    await saved(page)
    await margin(page, 'Ze', 'Anna de Boer').waitFor()
    await keys('Escape', ']', ']', ']', ']', ']')
    const card = page.getByRole('region', { name: 'Codering Ze van Anna de Boer' })
    await card.waitFor()
    expect(await axe(page)).toEqual([])
    await shot(page, 'coding-card')
    await keys('Alt+ArrowRight', 'Alt+ArrowRight')
    await stands([BRAM, heard, ...both, ['Ze', 'Anna de Boer', 'Ze luisterde echt']])
    await keys('Shift+Alt+ArrowLeft')
    await stands([BRAM, heard, ...both, ['Ze', 'Anna de Boer', 'Ze luisterde ech']])
    await keys('c')
    await page.getByRole('dialog', { name: 'Kies een andere code' }).waitFor()
    await page.keyboard.type('aandacht')
    await keys('Enter')
    await stands([BRAM, heard, ...both, ['aandacht', 'Anna de Boer', 'Ze luisterde ech']])
    await keys('Control+z')
    await page.getByRole('region', { name: 'Codering Ze van Anna de Boer' }).waitFor()
    await keys('c')
    await page.getByRole('dialog', { name: 'Kies een andere code' }).waitFor()
    await page.keyboard.type('expert')
    await keys('Enter')
    await stands([BRAM, heard, ...both, ['expertise', 'Anna de Boer', 'Ze luisterde ech']])
    const chosen = page.getByRole('region', { name: 'Codering expertise van Anna de Boer' })
    await chosen.getByText('onderliggend', { exact: true }).click()
    await chosen.getByRole('radio', { name: 'onderliggend' }).and(page.locator(':checked')).waitFor({ state: 'attached' })
    await saved(page)
    const flagged: Place = ['expertise', 'Anna de Boer', 'Ze luisterde ech', 'underlying']
    await stands([BRAM, heard, ...both, flagged])
    await keys('Escape', '[', ']', 'Delete')
    await stands([BRAM, heard, ...both])
    await keys('Control+z')
    await stands([BRAM, heard, ...both, flagged])
    await keys('Control+z', 'Control+z', 'Control+z')
    await stands([BRAM, heard, ...both, ['Ze', 'Anna de Boer', 'Ze luisterde echt']])

    await keys('d')
    await page.getByRole('button', { name: 'Klaar', exact: false, pressed: true }).waitFor()
    await page.getByRole('option', { name: /Verhaal 1\b.*klaar.*gezinnen/ }).waitFor()
    await keys('n')
    await page.getByRole('heading', { level: 1, name: 'Verhaal 2' }).waitFor()
    await keys('Shift+N')
    await page.getByRole('heading', { level: 1, name: 'Verhaal 1' }).waitFor()
    await keys('u')
    await page.getByRole('heading', { level: 1, name: 'Verhaal 2' }).waitFor()
    expect(await axe(page)).toEqual([])
  })

  test('filters narrow the list, stand in the address and are found again', async () => {
    const { page, study } = asItIs()
    const numbers = () => page.getByRole('option').evaluateAll(rows => rows.map(row => /\d+/.exec(row.textContent)?.[0]))
    await expect.poll(numbers).toEqual(['1', '2', '3', '4'])
    await page.getByRole('button', { name: 'Filter', exact: true }).click()
    await page.getByRole('menuitem', { name: /gezinnen/ }).click()
    await expect.poll(numbers).toEqual(['1', '2', '4'])
    await page.getByText('3 van 4').waitFor()
    await page.getByRole('button', { name: 'Filter', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Antwoord op een vraag…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Verhalen met dit antwoord' })
    await dialog.getByText('Een score tussen').waitFor()
    await dialog.getByRole('textbox', { name: 'Tot en met' }).fill('60')
    await dialog.getByRole('textbox', { name: 'Tot en met' }).press('Tab')
    expect(await axe(page)).toEqual([])
    await shot(page, 'coding-filter-answer')
    await dialog.getByRole('button', { name: 'Voeg toe' }).click()
    await expect.poll(numbers).toEqual(['2', '4'])
    expect(decodeURIComponent(page.url())).toContain(`groep=${study.id('gezinnen')}&antwoord=${study.id('invloed')}.tussen.0.~60`)
    await shot(page, 'coding-filtered')
    expect(await axe(page)).toEqual([])
    await page.getByRole('searchbox', { name: 'Zoek een nummer of woorden' }).fill('juf')
    await expect.poll(numbers).toEqual(['4'])
    await page.waitForTimeout(600) // the choice is sent once one stops choosing
    await page.goto(`${page.url().split('#')[0]}#/project`)
    await page.getByRole('heading', { level: 1, name: 'Over dit project' }).waitFor()
    await page.getByRole('link', { name: 'Lezen' }).click()
    await expect.poll(numbers).toEqual(['4'])
    await page.getByRole('button', { name: 'Alle filters weg' }).click()
    await expect.poll(numbers).toEqual(['1', '2', '3', '4'])
  })

  test('[J1] [J3] stories are divided, each finds their own, and what nobody read is told', async () => {
    const { page } = asItIs()
    const numbers = () => page.getByRole('option').evaluateAll(rows => rows.map(row => /\d+/.exec(row.textContent)?.[0]))
    await page.getByRole('link', { name: 'Hoe ver?' }).click()
    await page.getByText('De verhalen zijn nog niet verdeeld. Lees wat je wilt.').waitFor()
    await page.getByRole('button', { name: 'Verdeel de verhalen…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Verhalen verdelen' })
    await dialog.getByText('Zo worden 4 verhalen verdeeld').waitFor()
    expect(await axe(page)).toEqual([])
    await shot(page, 'coverage-divide')
    await dialog.getByRole('button', { name: 'Verdeel', exact: true }).click()
    await page.getByText('4 verhalen verdeeld').waitFor()
    // Three of one group and one of the other, drawn by lot: how many are Anna's is told, and the list has as many.
    const told = page.getByText(/^Er (is 1 verhaal|zijn [23] verhalen) voor jou\. Klaar: \d\./)
    const given = Number(/\d/.exec(await told.innerText())![0])
    expect(await axe(page)).toEqual([])
    await shot(page, 'coverage')
    await page.getByRole('link', { name: 'Mijn verhalen' }).click()
    await expect.poll(async () => (await numbers()).length).toBe(given)
    await page.keyboard.press('Control+z')
    await expect.poll(numbers).toEqual([])
    await page.getByRole('link', { name: 'Hoe ver?' }).click()
    await page.getByText('De verhalen zijn nog niet verdeeld. Lees wat je wilt.').waitFor()
  })
})

/** What a screen reader is given of this part of the page. */
const heard = (part: ReturnType<Page['getByRole']>) => part.ariaSnapshot()

describe('by the accessibility tree alone', () => {
  const { asItIs } = shareStudy()

  test('a story is found and read, words are coded, the coding is heard, and taken away again', async () => {
    const { page, stands } = asItIs()
    const keys = async (...pressed: string[]) => { for (const key of pressed) await page.keyboard.press(key) }
    const says = (words: string) => page.getByRole('status').getByText(words, { exact: true }).waitFor({ state: 'attached' })
    // The list of stories, and in it the second.
    const list = page.getByRole('listbox', { name: 'Verhalen' })
    expect(await heard(list)).toMatch(/option "Verhaal 2 , [a-z]+, gezinnen , nummer in de bron s2 , geen coderingen: Bij ons/)
    await list.focus()
    await keys('Home', 'ArrowDown', 'Enter')
    await page.getByRole('heading', { level: 1, name: 'Verhaal 2' }).waitFor()
    // Its words, and how many keys it takes to stand among the wanted ones, past the full stop.
    const story = text(page, 2)
    const paragraphs = [...(await heard(story)).matchAll(/- paragraph: (.*)/g)].map(([, words]) => words!)
    expect(paragraphs).toEqual(['Bij ons ging het anders. Er kwam steeds iemand anders aan de deur.'])
    const wanted = paragraphs[0]!.split('. ')[1]!
    const steps = paragraphs[0]!.split(' ').indexOf(wanted.split(' ')[0]!) + 2
    await keys('t', 'Control+Home', ...Array.from({ length: steps }, () => 'Control+ArrowRight'), 's')
    await says(`Geselecteerd: ${wanted}`)
    await expect.poll(() => heard(page.getByRole('toolbar', { name: 'Met de geselecteerde woorden' }))).toContain('button "C Code"')
    // A code by its name.
    await keys('c')
    await picker(page).waitFor()
    const offers = [...(await heard(picker(page))).matchAll(/- option "([^"]*)"/g)].map(([, name]) => name!)
    await keys(...offers.slice(0, offers.findIndex(name => /^expertise\b/.test(name))).map(() => 'ArrowDown'))
    await picker(page).getByRole('option', { name: /^expertise\b/, selected: true }).waitFor()
    await keys('Enter')
    await says(`Codering expertise gezet bij: ${wanted}`)
    const made = margin(page, 'expertise', 'Anna de Boer')
    await made.waitFor()
    await expect.poll(() => heard(page.getByRole('toolbar', { name: 'Coderingen in de marge' }))).toContain(`expertise An, door Anna de Boer: ${wanted}`)
    await stands([BRAM, ['expertise', 'Anna de Boer', wanted]])
    // Found again among the codings of the story, and taken away.
    await keys('Escape', '[')
    await says(`Codering expertise van Anna de Boer: ${wanted}`)
    await page.getByRole('region', { name: 'Codering expertise van Anna de Boer' }).getByRole('button', { name: 'Haal codering weg' }).focus()
    await keys('Enter')
    await says(`Codering expertise weggehaald bij: ${wanted}`)
    await made.waitFor({ state: 'detached' })
    await stands([BRAM])
    // The keys are for the words again.
    await keys('s')
    await says(`Geselecteerd: ${wanted}`)
  })
})

test('blind: what colleagues coded shows once the story is done', async () => {
  await withStudy(async ({ page }) => {
    await page.getByText('1 codering van een collega zie je als je dit verhaal klaar meldt.').waitFor()
    expect(await margin(page, 'klik', 'Bram Visser').count()).toBe(0)
    await shot(page, 'coding-blind')
    await page.keyboard.press('d')
    await margin(page, 'klik', 'Bram Visser').waitFor()
    await page.getByText('Je ziet nu ook 1 codering van een collega.').waitFor()
  }, { blind: true })
})

const LONG = Array.from({ length: 60 }, (_, at) => `Alinea ${at + 1}. ${'Er gebeurde weer van alles en niemand wist precies hoe het verder moest. '.repeat(4)}`).join('\n\n')
const offsetOf = (words: string) => ({ start: LONG.indexOf(words), end: LONG.indexOf(words) + words.length })

test('reading goes on where it stopped; a link lands on its fragment', async () => {
  const change = { stories: [{ body: LONG, group: 'gezinnen', codings: [{ coder: 'Bram Visser', code: 'klik', ...offsetOf('Alinea 50.') }] }, { body: 'Kort.', group: 'gezinnen' }] }
  await withStudy(async ({ page }) => {
    const scroller = page.locator('.reader.is-page')
    const seen = (words: string) => page.evaluate(wanted => {
      const box = [...document.querySelectorAll('.reader.is-page .reader-text > p')].find(each => each.textContent.startsWith(wanted))!.getBoundingClientRect()
      return box.top > 60 && box.top < innerHeight - 60
    }, words)
    // In two steps, and gone before the words stand still: the last step counts.
    const scrollTo = async (...steps: number[]) => {
      for (const top of steps) await scroller.evaluate((element, to) => new Promise(done => { element.addEventListener('scroll', done, { once: true }); element.scrollTop = to }), top)
      return scroller.evaluate(() => [...document.querySelectorAll('.reader.is-page .reader-text > p')].find(each => each.textContent && each.getBoundingClientRect().top > innerHeight / 3)!.textContent.slice(0, 10))
    }
    const where = await scrollTo(1000, 3000)
    await page.keyboard.press('n')
    await page.getByRole('heading', { level: 1, name: 'Verhaal 2' }).waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('reader-text')
    await page.keyboard.press('Shift+N')
    await page.getByRole('heading', { level: 1, name: 'Verhaal 1' }).waitFor()
    await expect.poll(() => seen(where)).toBe(true)
    // Another coder sits down at once: it was told before, by the one who read.
    const farther = await scrollTo(3400, 5000)
    await page.getByRole('button', { name: 'Jij bent Anna de Boer' }).click()
    await page.getByRole('menuitem', { name: 'Wissel van codeur…' }).click()
    await sitDown(page, 'Anna de Boer')
    await expect.poll(() => seen(farther)).toBe(true)

    await page.getByRole('link', { name: 'Codes' }).click()
    await page.getByRole('link', { name: /Alinea 50/ }).click()
    await page.getByRole('heading', { level: 1, name: 'Verhaal 1' }).waitFor()
    await expect.poll(() => seen('Alinea 50.')).toBe(true)
    await margin(page, 'klik', 'Bram Visser').waitFor()

    // Words one scrolled away from come back with the picker.
    for (const key of ['t', 'Control+Home', 's']) await page.keyboard.press(key)
    await scrollTo(3000)
    await page.keyboard.press('c')
    await expect.poll(() => seen('Alinea 1.')).toBe(true)
    expect((await picker(page).boundingBox())!.y).toBeGreaterThan(60)
  }, change)
})
