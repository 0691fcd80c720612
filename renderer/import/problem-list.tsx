// What is wrong, row by row; a press on one goes to its row. Thousands of them cost no more than those in sight.
import { CircleAlert, CircleSlash, TriangleAlert } from 'lucide-react'
import { problemWords } from '../../shared/importing/messages.ts'
import type { ImportProblem } from '../../shared/importing/staged.ts'
import { useLanguage } from '../i18n/language.ts'
import { useSay } from '../i18n/say.ts'
import { GridList } from '../ui/grid-list.tsx'

const ICONS = { error: CircleAlert, warning: TriangleAlert, skipped: CircleSlash }
/** In pixels, roughly: one line of place and two of words. */
const ROW = 64
/** Below this all of them are simply drawn. */
const FEW = 60

export interface ProblemListProps {
  problems: readonly ImportProblem[]
  onGo?: (problem: ImportProblem) => void
  /** Several files: say which one. */
  withFile?: boolean
}

export function ProblemList({ problems, onGo, withFile = false }: ProblemListProps) {
  const say = useSay('importing')
  const language = useLanguage()
  const rows = problems.map((problem, at) => ({ id: String(at), name: problemWords(problem, language), problem }))
  return (
    <GridList
      label={say('problems')} rows={rows} className={problems.length > FEW ? 'import-problems is-long' : 'import-problems'}
      {...(problems.length > FEW ? { rowHeight: ROW, rowsDiffer: true } : {})} {...(onGo ? { onAct: id => onGo(problems[Number(id)]!) } : {})}
      renderRow={({ problem, name }) => {
        const Icon = ICONS[problem.severity]
        const place = [withFile ? problem.file : null, problem.row === null ? null : say('row', { row: problem.row }), problem.column === null ? null : say('column', { column: problem.column })].filter(Boolean)
        return (
          <div className={`import-problem is-${problem.severity}`}>
            <Icon role="img" aria-label={say(`severity.${problem.severity}`)} />
            <div>
              {place.length > 0 && <span className="import-problem-place">{place.join(' · ')}</span>}
              <span>{name}</span>
            </div>
          </div>
        )
      }}
    />
  )
}
