// Stories brought in through the wizard, in a real browser with a real host: from the file to the story list.
import { expect, test } from 'vitest'
import { writeXlsx } from '../../db/exchange/write-xlsx.ts'
import { axe, shot } from '../support/browser.ts'
import { dutchRows } from '../fixtures/imports/table-formats.ts'
import { bringIn, file, give, toCheck, toColumns, wizard } from './support/import-steps.ts'
import { press } from './support/steps.ts'
import { withWorkbench } from './support/workbench.ts'

const [headings, ...rows] = dutchRows()
const workbook = () => file('verhalen.xlsx', writeXlsx([{ name: 'Blad1', headings: headings!, rows }]).bytes)

test('a workbook comes into a new project, step by step, up to the list of stories', async () => {
  await withWorkbench({}, async ({ page }) => {
    await wizard(page, 'Demostad')
    expect(await axe(page)).toEqual([])
    await shot(page, 'import-1-empty')
    await give(page, workbook())
    await page.getByText(/^Excel-tabel: 12 rijen/).waitFor()
    await page.getByLabel('Van welke groep zijn deze verhalen?').fill('Gezinnen')
    expect(await axe(page)).toEqual([])
    await shot(page, 'import-1-files')
    await toColumns(page)
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
    await page.getByRole('complementary', { name: 'Voorbeeld' }).getByText('Ze kwam binnen en zette eerst haar tas neer.').waitFor()
    expect(await axe(page)).toEqual([])
    await shot(page, 'import-2-columns')
    await toCheck(page)
    await page.getByText('Klaar om in te lezen.').waitFor()
    expect(await axe(page)).toEqual([])
    await shot(page, 'import-3-check')
    await bringIn(page, '12 verhalen')
    expect(await axe(page)).toEqual([])
    await shot(page, 'import-4-done')
    await press(page, 'Verhalen lezen')
    await page.getByRole('listbox', { name: 'Verhalen' }).getByRole('option').first().waitFor()
    expect(await page.getByRole('listbox', { name: 'Verhalen' }).getByRole('option').count()).toBe(12)
  })
})
