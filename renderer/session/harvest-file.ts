// Everything that came of sessions as one workbook: a row per reading, and a sheet of what was agreed to try.
import type { Sheet } from '../../shared/contract/table.ts'
import { exportSheets } from '../api/exporting.ts'
import { failureOf } from '../api/failed.ts'
import { readNow } from '../api/hooks.ts'
import { failureWords } from '../i18n/failure-words.ts'
import { useSay } from '../i18n/say.ts'
import { sayInPassing } from '../ui/toast.tsx'
import { useAboutNames } from './use-about-names.ts'

export function useHarvestFile(): () => Promise<void> {
  const say = useSay('session')
  const nameOf = useAboutNames()
  return async () => {
    try {
      const [sessions, harvests, lessons] = await Promise.all([readNow('session.list', {}), readNow('harvest.list', {}), readNow('lesson.list', {})])
      const of = (id: string) => sessions.find(each => each.id === id)
      const readings: Sheet = {
        name: say('file.readings'), headings: [say('session.name'), say('session.on'), say('harvest.table'), say('harvest.about'), say('harvest.observation'), say('file.reading'), say('harvest.votes')],
        rows: harvests.flatMap(harvest => harvest.readings.map(({ words, votes }) => [of(harvest.session)?.name ?? '', of(harvest.session)?.heldOn ?? '', harvest.table, harvest.about ? nameOf(harvest.about) : '', harvest.observation, words, votes]))
      }
      const actions: Sheet = {
        name: say('file.actions'), headings: [say('session.name'), say('harvest.action'), say('harvest.owner'), say('harvest.due'), say('harvest.signal'), say('harvest.observation')],
        rows: harvests.filter(({ action }) => action !== '').map(harvest => [of(harvest.session)?.name ?? '', harvest.action, harvest.owner, harvest.due ?? '', harvest.signal, harvest.observation])
      }
      const learned: Sheet = { name: say('lessons'), headings: [say('lesson.name'), say('lesson.question')], rows: lessons.flatMap(({ name, questions }) => (questions.length > 0 ? questions : ['']).map(question => [name, question])) }
      await exportSheets('harvest', 'xlsx', [readings, actions, learned], say('file.name'))
    } catch (error) {
      sayInPassing({ says: failureWords(failureOf(error)) })
    }
  }
}
