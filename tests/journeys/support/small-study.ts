// A small study as a project file: two coders, two groups with their own questions, a few codes, stories to code.
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { Id } from '../../../shared/domain/ids.ts'
import { plainProject, type PlainProject } from '../../support/plain-project.ts'

export const MAIN = 'Toen viel het kwartje. Ze luisterde echt naar mij en niet alleen naar mijn moeder.\nDaarna kon ik weer naar school, met een buddy die elke ochtend 👋 zwaaide.\n\nOf het blijft duren? Dat weet niemand, maar ik sta weer op.'

const STUDY: PlainProject = {
  coders: [{ name: 'Anna de Boer', role: 'lead' }, { name: 'Bram Visser' }],
  groups: ['gezinnen', 'medewerkers'],
  codes: [
    { name: 'klik' }, { name: 'geen klik', parent: 'klik' }, { name: 'expertise' }, { name: 'hulpvraag' }, { name: 'school', parent: 'hulpvraag' }, { name: 'thuis', parent: 'hulpvraag' }
  ],
  signifiers: [
    { key: 'invloed', kind: 'slider', title: 'Hoeveel invloed had je?', anchors: ['geen', 'alles'], askedOf: ['gezinnen'] },
    { key: 'wie', kind: 'triad', title: 'Wie deed er toe?', anchors: ['gezin', 'professional', 'netwerk'] },
    { key: 'tevreden', kind: 'likert', title: 'Hoe tevreden ben je?', options: ['heel slecht', 'slecht', 'gaat', 'goed', 'heel goed'], highLast: true },
    { key: 'wijk', kind: 'choice', title: 'In welke wijk?', options: ['Noord', 'Zuid'] },
    { key: 'toelichting', kind: 'text', title: 'Wat wil je nog kwijt?' },
    { key: 'caseload', kind: 'number', title: 'Hoeveel gezinnen begeleid je?', askedOf: ['medewerkers'] }
  ],
  stories: [
    {
      body: MAIN, group: 'gezinnen', collectedOn: '2026-03-14',
      answers: { invloed: { value: 78 }, wie: { shares: [50, 30, 20] }, tevreden: { option: 'goed' }, wijk: 'na', toelichting: { text: 'Dat ze naar me luisterde, dat was nieuw.' } },
      codings: [{ coder: 'Bram Visser', code: 'klik', start: 0, end: 22 }]
    },
    { body: 'Bij ons ging het anders. Er kwam steeds iemand anders aan de deur.', group: 'gezinnen', answers: { invloed: { value: 12 }, wijk: { option: 'Noord' } } },
    { body: 'In mijn werk zie ik vooral dat tijd helpt. Tijd en een vast gezicht.', group: 'medewerkers', answers: { caseload: { value: 14 }, wijk: { option: 'Zuid' }, tevreden: { option: 'gaat' } } },
    { body: 'Mijn dochter vond haar juf de beste hulpverlener van allemaal.', group: 'gezinnen', answers: { invloed: { value: 55 }, wijk: { option: 'Zuid' } } }
  ]
}

/** Its first story, over and over: a place of its own for each test that shares a window. */
export const firstStories = (count: number): Partial<PlainProject> => ({ stories: Array.from({ length: count }, () => STUDY.stories[0]!) })

export interface Study { file: string, id: (name: string) => Id }

/** Written into a folder; names as in the description, stories '#1' to '#4'. */
export function smallStudy(folder: string, change: Partial<PlainProject> = {}): Study {
  const plain = plainProject({ ...STUDY, ...change })
  plain.store.db.pragma('wal_checkpoint(TRUNCATE)')
  const file = join(folder, 'Proef.duiding')
  copyFileSync(plain.path, file)
  plain.close()
  return { file, id: plain.id }
}

/** Chooses who one is, once the project shows. */
export async function sitDown(page: Page, name: string): Promise<void> {
  await page.getByRole('heading', { name: 'Wie ben je?' }).waitFor() // the frame that is left has a button of this name too
  await page.getByRole('button', { name: new RegExp(name) }).click()
  await page.getByRole('button', { name: `Jij bent ${name}` }).waitFor()
}
