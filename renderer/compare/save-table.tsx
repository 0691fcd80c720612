// A table as a file, with a second sheet that says what was counted.
import { Download } from 'lucide-react'
import type { Sheet } from '../../shared/contract/table.ts'
import { exportSheets } from '../api/exporting.ts'
import { failureOf } from '../api/failed.ts'
import { failureWords } from '../i18n/failure-words.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { Menu } from '../ui/menu.tsx'
import { sayInPassing } from '../ui/toast.tsx'

export function SaveTable({ name, title, notes, sheet }: { name: string, title: string, notes: readonly string[], sheet: () => Sheet }) {
  const say = useSay('crosstab')
  const format = useFormats()
  const save = async (form: 'csv' | 'xlsx') => {
    const about: Sheet = { name: say('file.sheet.about'), headings: [], rows: [[say('file.question'), title], ...notes.map((note): [string, string] => [say('file.counted'), note]), [say('file.made'), format.date(Date.now())]] }
    await exportSheets('table', form, [sheet(), about], name)
  }
  const told = (form: 'csv' | 'xlsx') => { save(form).catch((failed: unknown) => sayInPassing({ says: failureWords(failureOf(failed)) })) }
  return (
    <Menu
      label={say('export')} placement="bottom end" trigger={<Button small icon={<Download aria-hidden />}>{say('export')}</Button>}
      parts={[{ acts: [{ id: 'xlsx', name: say('export.xlsx'), onAct: () => told('xlsx') }, { id: 'csv', name: say('export.csv'), onAct: () => told('csv') }] }]}
    />
  )
}
