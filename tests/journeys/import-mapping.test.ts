// The mapping changed by hand, kept as a template, and laid over next year's file; a questionnaire with its definition.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Output } from '../../shared/contract/index.ts'
import { openStore } from '../../db/open.ts'
import { answer } from '../../server/dispatch.ts'
import { axe, shot } from '../support/browser.ts'
import { definitionJson, senseMakerCsv } from '../fixtures/imports/sensemaker-format.ts'
import { dutchCsv } from '../fixtures/imports/table-formats.ts'
import { bringIn, choose, file, give, toCheck, toColumns, wizard } from './support/import-steps.ts'
import { goTo, heading, leave, press } from './support/steps.ts'
import { shareWorkbench } from './support/workbench.ts'

/** What the project file holds now. */
function questionsIn(home: string, project: string): Output<'signifier.list'> {
  const store = openStore(join(home, 'Documents', `${project}.duiding`), { readonly: true })
  try {
    return answer({ store, coder: null }, 'signifier.list', {}) as Output<'signifier.list'>
  } finally {
    store.close()
  }
}

const bench = shareWorkbench({})

test('a number becomes a slider, a scale is turned round, a column is left out; the mapping is kept and fits next time', async () => {
  const { page, home } = bench()
  await wizard(page, 'Meting')
  await give(page, file('meting 1.csv', dutchCsv()))
  await page.getByText('CSV-tabel: 12 rijen, 22 kolommen, puntkomma en UTF-8.').waitFor()
  await toColumns(page)
  const preview = page.getByRole('complementary', { name: 'Voorbeeld' })

  await choose(page, 'Wat is “Leeftijd”?', /^Schuif/)
  await preview.locator('.import-answer[data-kind=slider]', { hasText: 'Leeftijd' }).getByRole('img').waitFor()
  await press(page, 'Bijzonderheden van “Hoe tevreden bent u over de hulp?”')
  await page.getByText('De eerste: Zeer ontevreden').click()
  await page.getByLabel('De vraag zoals die is gesteld').fill('Hoe tevreden bent u?')
  await preview.getByText('Hoe tevreden bent u?').waitFor()
  expect(await axe(page)).toEqual([])
  await shot(page, 'import-2-likert')
  await choose(page, 'Wat is “In welk stadsdeel woont u?”?', /^Niet nodig/)
  expect(await preview.getByText('In welk stadsdeel woont u?').count()).toBe(0)
  await toCheck(page)
  await bringIn(page, '12 verhalen')
  const questions = questionsIn(home, 'Meting')
  const about = (key: string) => questions.find(one => one.key === key)
  expect([about('Leeftijd')?.kind, about('In welk stadsdeel woont u?'), about('Hoe tevreden bent u over de hulp?')]).toMatchObject(['slider', undefined, { title: 'Hoe tevreden bent u?', kind: 'likert', highLast: false }])

  const saving = page.waitForEvent('download')
  await press(page, 'Koppeling bewaren')
  const kept = await saving
  expect(kept.suggestedFilename()).toBe('meting 1.duiding-koppeling.json')
  const template = file(kept.suggestedFilename(), await readFile(await kept.path()))

  await press(page, 'Bestand van een andere groep inlezen')
  await give(page, file('meting 2.csv', dutchCsv().replaceAll('v-1', 'w-1')), template)
  await page.getByText(/^Bewaarde koppeling: zegt van 22 kolommen/).waitFor()
  await page.getByText(/^CSV-tabel: 12 rijen/).waitFor()
  await toColumns(page)
  expect(await page.getByRole('button', { name: 'Wat is “Leeftijd”?' }).textContent()).toContain('Schuif')
  await toCheck(page)
  await page.getByRole('button', { name: 'Lees 12 verhalen in' }).waitFor()
  await leave(page, 'Meting')
})

test('a triangle taken apart and put together again, with its column for n.v.t.', async () => {
  const { page } = bench()
  await wizard(page, 'Driehoek')
  await give(page, file('plan.csv', ['nr;Verhaal;Plan: gezin;Plan: werker;Plan: netwerk;Geen plan', ...Array.from({ length: 8 }, (_, i) => `${i + 1};Wij maakten samen een plan, en dat duurde ${i} weken.;${i === 2 ? ';;;1' : `${10 + i};40;${50 - i};`}`)].join('\n')))
  await toColumns(page)
  const preview = page.getByRole('complementary', { name: 'Voorbeeld' })
  await preview.getByRole('img', { name: /gezin 10.*werker 40.*netwerk 50/ }).waitFor()
  await choose(page, 'Wat is “Plan”?', /^Losse kolommen/)
  await page.getByRole('button', { name: 'Wat is “Plan: werker”?' }).waitFor()
  expect(await preview.getByRole('img', { name: /gezin 10/ }).count()).toBe(0)
  await press(page, 'Bijzonderheden van “Plan: gezin”')
  for (const column of ['Plan: werker', 'Plan: netwerk']) await choose(page, /Nog een kolom bij deze vraag/, new RegExp(`^${column}`))
  await preview.getByRole('img', { name: /gezin 10.*werker 40.*netwerk 50/ }).waitFor()
  await choose(page, /Nog een kolom bij deze vraag/, /^Geen plan/)
  expect(await page.getByRole('button', { name: 'Wat staat er in “Geen plan”?' }).innerText()).toBe('kruisje bij niet van toepassing')
  for (let row = 0; row < 2; row++) await press(page, 'Volgende rij')
  await preview.getByText('Rij 4 · 3 van 8').waitFor()
  await preview.getByText('n.v.t.').waitFor()
  await toCheck(page)
  await bringIn(page, '8 verhalen')
  await leave(page, 'Driehoek')
})

test('a SenseMaker capture gets its words from the definition', async () => {
  const { page, home } = bench()
  await wizard(page, 'Export')
  await give(page, file('capture.csv', senseMakerCsv()))
  await page.getByText(/^SenseMaker-export: 12 rijen/).waitFor()
  await give(page, file('framework_definition.json', definitionJson('flat')))
  await page.getByText(/^Definitie “Twaalf verhalen”: \d+ duidingsvragen\.$/).waitFor()
  await toColumns(page)
  await page.getByRole('button', { name: 'Wat is “Wie maakte het plan?”?' }).waitFor()
  await shot(page, 'import-2-sensemaker')
  await toCheck(page)
  await bringIn(page, '12 verhalen')
  const plan = questionsIn(home, 'Export').find(({ title }) => title === 'Wie maakte het plan?')
  expect(plan).toMatchObject({ kind: 'triad', anchors: ['het gezin', 'de professional', 'het netwerk'] })
  await leave(page, 'Export')
})

test('only who leads or researches brings stories in; others read why not', async () => {
  const { page } = bench()
  await wizard(page, 'Rollen')
  await press(page, /^AB/)
  await page.getByRole('menuitem', { name: 'Wissel van codeur…' }).click()
  await heading(page, 'Wie ben je?')
  await press(page, 'Ik sta er niet bij')
  await page.getByLabel('Je naam').fill('Karim el Idrissi')
  await press(page, 'Doe mee')
  await page.getByRole('button', { name: 'Jij bent Karim el Idrissi' }).waitFor()
  await goTo(page, 'inlezen')
  await page.getByText(/^Alleen de projectleider en de onderzoeker lezen verhalen in/).waitFor()
  expect(await axe(page)).toEqual([])
})
