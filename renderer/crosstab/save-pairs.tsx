// All pairs of codes as a file: a row each, with what is counted and what it rests on.
import { Download } from 'lucide-react'
import type { CodePairs } from '../../shared/contract/crosstab.ts'
import { pairStrength, pairTable } from '../../shared/crosstab/pair-strength.ts'
import { exportSheets } from '../api/exporting.ts'
import { failureOf } from '../api/failed.ts'
import { failureWords } from '../i18n/failure-words.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { Menu } from '../ui/menu.tsx'
import { sayInPassing } from '../ui/toast.tsx'

/** As many rows as a table may have in one file. */
const MOST = 20_000

export function SavePairs({ pairs }: { pairs: CodePairs }) {
  const say = useSay('analysis')
  const tell = useSay('crosstab')
  const format = useFormats()
  const save = (form: 'csv' | 'xlsx') => {
    const rows = pairs.pairs.toSorted((a, b) => b.stories - a.stories).slice(0, MOST).map(pair => {
      const table = pairTable(pairs, pair)
      const strength = pairStrength(table)
      return [pairs.codes[pair.first]!.name, pairs.codes[pair.second]!.name, pair.stories, pair.overlap, pair.same, table.both, table.first, table.second, table.none, strength?.jaccard ?? null, strength?.phi ?? null, strength?.p ?? null]
    })
    const about = [[say('together.title.stories'), null], [tell('file.stories'), pairs.about.n], [say('together.readStories'), pairs.read], [say('together.what.overlap'), null], [say('together.uncorrected'), null], [tell('cause'), null], [tell('file.made'), format.date(Date.now())]]
    exportSheets('table', form, [
      { name: say('together.matrix'), headings: [say('pair.first'), say('pair.second'), ...(['stories', 'overlap', 'same'] as const).map(by => say(`together.by.${by}`)), ...(['both', 'first', 'second', 'none', 'jaccard', 'phi', 'p'] as const).map(part => say(`together.file.${part}`))], rows },
      { name: tell('file.sheet.about'), headings: [], rows: about }
    ], say('together.file')).catch((failed: unknown) => sayInPassing({ says: failureWords(failureOf(failed)) }))
  }
  return (
    <Menu
      label={tell('export')} placement="bottom end" trigger={<Button icon={<Download aria-hidden />}>{tell('export')}</Button>}
      parts={[{ acts: [{ id: 'xlsx', name: tell('export.xlsx'), onAct: () => save('xlsx') }, { id: 'csv', name: tell('export.csv'), onAct: () => save('csv') }] }]}
    />
  )
}
