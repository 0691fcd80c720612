// The answer: the question as its heading, who is counted, the table (spread or means), and how to read it.
import { useMemo } from 'react'
import type { Crosstab, CrosstabRow, RowBy } from '../../shared/contract/crosstab.ts'
import type { StudyTest } from '../../shared/crosstab/study-test.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { rowKey, type Choices } from './choices.ts'
import type { Signifier } from './column-words.ts'
import { Grid, type Spot } from './grid.tsx'
import { MeansTable } from './means-table.tsx'
import { StudyBanner } from './study-banner.tsx'
import type { ExpectedRows } from './use-expected.ts'
import { TestsRunning } from './tests-running.tsx'
import type { Tests } from './use-tests.ts'
import { ViewControls } from './view-controls.tsx'

export interface FacesProps {
  table: Crosstab
  rows: readonly CrosstabRow[]
  question: string
  signifier: Signifier | null
  layer: string
  choices: Choices
  open: Spot | null
  /** The answer to the former question, while the new one is being counted. */
  isOld: boolean
  /** In study mode: the test over fragments, whose residuals the rows then hold. */
  study: StudyTest | null
  tests: Tests
  expected: ExpectedRows
  onChange: (part: Partial<Choices>) => void
  onOpen: (spot: Spot) => void
  onPin: (row: RowBy) => void
  onSort: (column: string) => void
}

export function Faces(props: FacesProps) {
  const { table, rows, question, signifier, layer, choices, open, isOld, study, tests, expected, onChange, onOpen, onPin, onSort } = props
  const say = useSay('crosstab')
  const format = useFormats()
  const pinned = useMemo(() => new Set(choices.pinned.map(rowKey)), [choices.pinned])
  const grid = (
    <>
      <Grid
        table={table} rows={rows} question={question} signifier={signifier} unit={study && choices.unit === 'story' ? 'fragment' : choices.unit} show={study ? 'count' : choices.show}
        turned={choices.turned && !study} rule={choices.rule} wholeP={study?.is === 'tested' ? study.p : null} pinned={pinned} expected={expected} open={open}
        onOpen={onOpen} onSort={onSort} onPin={onPin}
      />
      <Legend table={table} choices={choices} isStudy={study !== null} tests={tests} expected={expected} />
    </>
  )
  const openRow = (row: RowBy) => onOpen({ row, column: null, side: 'with', explain: false })
  return (
    <section className="crosstab-answer" aria-busy={isOld} aria-labelledby="crosstab-question">
      <h2 id="crosstab-question">{question}</h2>
      <div className="crosstab-view">
        <p className="crosstab-n">
          {[
            say('n.valid', { valid: format.number(table.valid), n: format.number(table.about.n) }), ...(table.na > 0 ? [say('n.na', { count: table.na })] : []),
            ...(table.blank > 0 ? [say('n.blank', { count: table.blank })] : []), ...(table.notAsked > 0 ? [say('n.notAsked', { count: table.notAsked })] : []),
            say('n.layer', { layer }), ...(table.about.blind ? [say('n.blind')] : [])
          ].join(' · ')}
        </p>
        <ViewControls choices={choices} table={table} signifier={signifier} onChange={onChange} />
      </div>
      {study && <StudyBanner study={study} table={table} rule={choices.rule} />}
      {table.overlapping && <p className="ui-hint">{say('several')}</p>}
      {table.measures.length > 0 && choices.face === 'means'
        ? <MeansTable table={table} rows={rows} measure={choices.measure} onMeasure={measure => onChange({ measure })} onOpen={openRow} />
        : grid}
    </section>
  )
}

function Legend({ table, choices, isStudy, tests, expected }: { table: Crosstab, choices: Choices, isStudy: boolean, tests: Tests, expected: ExpectedRows }) {
  const say = useSay('crosstab')
  const refused = table.rows.flatMap(({ tests: own }) => own).find(test => test.is === 'refused')
  const marked = table.tests > 0 || isStudy
  return (
    <footer className="crosstab-legend">
      <TestsRunning tests={tests} />
      {marked ? (
        <ul>
          <li><span className="crosstab-mark">△</span> {say('legend.more')}</li><li><span className="crosstab-mark" data-strong="">▲</span> {say('legend.muchMore')}</li>
          <li><span className="crosstab-mark">▽</span> {say('legend.less')}</li><li><span className="crosstab-mark" data-strong="">▼</span> {say('legend.muchLess')}</li>
          <li><span className="crosstab-few" aria-hidden /> {say('legend.small')}</li><li>{choices.show === 'residual' && !isStudy ? say('legend.stray') : <><span className="crosstab-ramp" aria-hidden /> {say('legend.shade')}</>}</li>
        </ul>
      ) : refused?.is === 'refused' && <p>{say('tests.none', { why: say(`refused.${refused.reason}`, { n: refused.n }) })}</p>}
      {marked && <p>{say('legend.rule')} {say(`legend.border.${choices.rule}`)} {table.tests > 0 && say(`tests.${choices.adjust}`, { count: table.tests })} {say('cause')}</p>}
      {table.rows.some(({ by }) => expected.byRow.has(rowKey(by))) && <p>{say('expect.legend', { count: expected.tests })}</p>}
    </footer>
  )
}
