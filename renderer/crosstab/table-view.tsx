// The table itself: choose what stands against what, read it, and open the stories behind every number.
import { useMemo, useState } from 'react'
import { Download } from 'lucide-react'
import type { Crosstab, RowBy } from '../../shared/contract/crosstab.ts'
import { studyTest, type StudyTest } from '../../shared/crosstab/study-test.ts'
import { failureOf } from '../api/failed.ts'
import { useRead } from '../api/hooks.ts'
import { remembered } from '../api/session.ts'
import { failureWords } from '../i18n/failure-words.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Menu } from '../ui/menu.tsx'
import { Notice } from '../ui/notice.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { sayInPassing } from '../ui/toast.tsx'
import type { Around } from './around.ts'
import { BehindDrawer } from './behind-drawer.tsx'
import { columnsOf, rowKey, rowsOf, type Asked } from './choices.ts'
import { useChoices } from './use-choices.ts'
import { Controls } from './controls.tsx'
import { Faces } from './faces.tsx'
import type { Spot } from './grid.tsx'
import { KeptViews } from './kept-views.tsx'
import { orderedRows } from './ordered-rows.ts'
import { useExpected } from './use-expected.ts'
import { useTests } from './use-tests.ts'
import { saveTable } from './table-file.ts'

/** How often the stories are shuffled for a test. */
const DRAWS = 9999

/** The rows with the residuals of the test over fragments, instead of those per story. */
function asStudied(table: Crosstab, study: StudyTest): Crosstab {
  const nothing = table.columns.map(() => null)
  return { ...table, rows: table.rows.map((row, at) => ({ ...row, residuals: study.is === 'tested' ? study.residuals[at]! : nothing, expected: study.is === 'tested' ? study.expected[at]! : nothing })) }
}

export function TableView(around: Around) {
  const { project, codes, signifiers, coders, themes } = around
  const say = useSay('crosstab')
  const format = useFormats()
  const [kept, set] = useChoices(project)
  const columns = useMemo(() => columnsOf(kept.columns, signifiers), [kept.columns, signifiers])
  const choices = { ...kept, columns }
  const rows = rowsOf(kept.rows, codes, themes)
  const isStudy = kept.face === 'study'
  const unit = isStudy && kept.unit === 'story' ? 'fragment' : kept.unit
  const asked: Asked = { columns, unit, layer: kept.layer, filter: kept.filter }
  // The counts at once; the tests, which shuffle the stories, follow in the same places.
  const testing = { adjust: kept.adjust, draws: DRAWS }
  const { data: counts, error, isPlaceholderData } = useRead('crosstab.table', { ...asked, rows, tests: false, ...(kept.show === 'per1000' ? { words: true } : {}) }, { when: rows.length > 0, keepFormer: true })
  const now = counts && !isPlaceholderData ? counts : null
  const byTeller = useRead('crosstab.table', { ...asked, rows, testing, ...(kept.show === 'per1000' ? { words: true } : {}) }, { when: now?.severalTold === true }).data
  const tests = useTests(now?.severalTold === false ? now : null, testing)
  const expected = useExpected(asked)
  const tested = tests.tested ?? byTeller ?? counts
  const study = useMemo(() => (isStudy && tested ? studyTest(tested) : null), [isStudy, tested])
  const table = useMemo(() => (study && tested ? asStudied(tested, study) : tested), [study, tested])
  const [open, setOpen] = useState<Spot | null>(null)
  const signifier = columns.is === 'signifier' ? signifiers.find(({ id }) => id === columns.signifier) ?? null : null
  const question = signifier?.title ?? say(`columns.${columns.is === 'signifier' ? 'group' : columns.is}`)
  const ordered = useMemo(() => (table ? orderedRows(table, kept) : []), [table, kept])
  const layer = kept.layer.is === 'coder' ? nameOf(kept.layer.coder) : say(`layer.${kept.layer.is}`)

  function nameOf(coder: string | null | undefined): string { return coders.find(({ id }) => id === coder)?.name ?? '' }
  const pin = (row: RowBy) => {
    const others = kept.pinned.filter(one => rowKey(one) !== rowKey(row))
    set({ pinned: others.length < kept.pinned.length ? others : [...kept.pinned, row] })
  }
  const sort = (column: string) => set({ sort: kept.sort.is === 'column' && kept.sort.column === column ? { is: 'codebook' } : { is: 'column', column } })
  const save = (form: 'csv' | 'xlsx') => {
    if (!table) return
    saveTable(form, { table, rows: ordered, question, layer, unit, signifier, adjust: kept.adjust, study, expected, around, viewer: nameOf(remembered()?.coder) }, { say, format })
      .catch((failed: unknown) => sayInPassing({ says: failureWords(failureOf(failed)) }))
  }

  return (
    <>
      <Controls {...around} choices={choices} onChange={part => { set(part); setOpen(null) }}>
        <KeptViews choices={choices} onChange={part => { set(part); setOpen(null) }} />
        <Menu
          label={say('export')} trigger={<Button icon={<Download aria-hidden />} isDisabled={!table}>{say('export')}</Button>} placement="bottom end"
          parts={[{ acts: [{ id: 'xlsx', name: say('export.xlsx'), more: say('export.more'), onAct: () => save('xlsx') }, { id: 'csv', name: say('export.csv'), more: say('export.more'), onAct: () => save('csv') }] }]}
        />
      </Controls>
      {error ? <Notice kind="error">{failureWords(failureOf(error))}</Notice> : rows.length === 0 ? (
        <EmptyState says={say('empty.rows')} act={<Button look="primary" onPress={() => set({ rows: { is: 'all' } })}>{say('empty.rows.act')}</Button>} />
      ) : !table ? <Skeleton label={say('loading')} lines={10} /> : table.about.n === 0 ? (
        <EmptyState says={say('empty.stories')} act={<Button look="primary" onPress={() => set({ filter: {} })}>{say('empty.stories.act')}</Button>} />
      ) : (
        <Faces
          table={table} rows={ordered} question={question} signifier={signifier} layer={layer} choices={choices} open={open} isOld={isPlaceholderData} study={study} tests={tests} expected={expected}
          onChange={set} onOpen={setOpen} onPin={pin} onSort={sort}
        />
      )}
      {open && table && (
        <BehindDrawer
          spot={open} table={table} asked={asked} signifier={signifier} unit={unit} isStudy={isStudy} adjust={kept.adjust} expected={expected} around={around} isPinned={open.row !== null && kept.pinned.some(one => rowKey(one) === rowKey(open.row!))}
          onClose={() => setOpen(null)} onPin={pin} onSort={sort} onExplain={() => setOpen({ ...open, explain: true })}
        />
      )}
    </>
  )
}
