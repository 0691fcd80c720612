// The history as a file: all that the filter picks, in the words of the screen; written by the host, so that no cell is a formula.
import { useState } from 'react'
import type { Act } from '../../shared/contract/history.ts'
import type { Input } from '../../shared/contract/index.ts'
import type { Sheet } from '../../shared/contract/table.ts'
import { call } from '../api/call.ts'
import { failureOf } from '../api/failed.ts'
import { exportSheets } from '../api/exporting.ts'
import { useAllCoders } from '../api/use-me.ts'
import { failureWords } from '../i18n/failure-words.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { sayInPassing } from '../ui/toast.tsx'
import { actWords } from '../app/act-words.ts'

/** A sheet holds no more. */
const LONGEST = 20_000
const PAGE = 1000

export function SaveHistory({ rule }: { rule: Input<'history.timeline'> }) {
  const say = useSay('history')
  const format = useFormats()
  const coders = useAllCoders()
  const [busy, setBusy] = useState(false)
  const save = async (form: 'csv' | 'xlsx'): Promise<void> => {
    if (busy) return
    setBusy(true)
    try {
      const { acts, isCut } = await allActs(rule)
      const rows = acts.map(act => [
        new Date(act.at).toISOString(), act.coder === null ? say('somebody') : coders.get(act.coder)?.name ?? '', actWords(act, say, format), act.name, act.story?.number ?? null, act.count, act.kind
      ])
      const sheet: Sheet = { name: say('title'), headings: [say('file.when'), say('file.who'), say('file.what'), say('file.name.column'), say('file.story'), say('file.count'), say('file.kind')], rows }
      await exportSheets('history', form, [sheet], say('file.name'))
      if (isCut) sayInPassing({ says: say('file.cut', { count: acts.length }) })
    } catch (error) {
      sayInPassing({ says: failureWords(failureOf(error)) })
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Button look="quiet" onPress={() => void save('xlsx')}>{say('save.xlsx')}</Button>
      <Button look="quiet" onPress={() => void save('csv')}>{say('save.csv')}</Button>
    </>
  )
}

async function allActs(rule: Input<'history.timeline'>): Promise<{ acts: Act[], isCut: boolean }> {
  const acts: Act[] = []
  for (let before: number | null | undefined; before !== null && acts.length < LONGEST;) {
    const page = await call('history.timeline', { ...rule, limit: PAGE, ...(before === undefined ? {} : { before }) })
    acts.push(...page.acts)
    before = page.next
    if (before !== null && acts.length >= LONGEST) return { acts, isCut: true }
  }
  return { acts, isCut: false }
}
