// Every pair of codes as a cell: the lower half, shaded by how often, marked where two codes go together more or less than chance has it.
import { useMemo, useState, type KeyboardEvent } from 'react'
import type { CodePair, CodePairs } from '../../shared/contract/crosstab.ts'
import { pairResidual, pairTable } from '../../shared/crosstab/pair-strength.ts'
import { residualMark } from '../charts/residual-mark.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { CodeSwatch } from '../ui/code-swatch.tsx'
import type { PairBy } from './together-view.tsx'

export interface PairMatrixProps { pairs: CodePairs, by: PairBy, open: CodePair | null, onOpen: (pair: CodePair) => void }

export function PairMatrix({ pairs, by, open, onOpen }: PairMatrixProps) {
  const say = useSay('analysis')
  const format = useFormats()
  const { codes } = pairs
  const [place, setPlace] = useState({ line: 1, column: 0 })
  const found = useMemo(() => new Map(pairs.pairs.map(pair => [`${pair.second} ${pair.first}`, { pair, residual: pairResidual(pairTable(pairs, pair)) }])), [pairs])
  const most = pairs.pairs.reduce((largest, pair) => Math.max(largest, pair[by]), 1)
  const here = { line: Math.min(place.line, codes.length - 1), column: Math.min(place.column, Math.min(place.line, codes.length - 1) - 1) }
  const openAt = ({ line, column }: typeof place) => { const cell = found.get(`${line} ${column}`); if (cell) onOpen(cell.pair) }
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    const steps: Record<string, [number, number] | undefined> = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] }
    const step = steps[event.key]
    if (event.key === 'Enter' || event.key === ' ') openAt(here)
    else if (step) {
      const line = Math.max(1, Math.min(codes.length - 1, here.line + step[0]))
      const next = { line, column: Math.max(0, Math.min(line - 1, here.column + step[1])) }
      setPlace(next)
      event.currentTarget.querySelector<HTMLElement>(`[data-cell="${next.line} ${next.column}"]`)?.focus()
    } else return
    event.preventDefault()
  }
  return (
    <div className="crosstab-scroll">
      <table
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- the grid pattern of the ARIA practices: a table walked by arrows
        role="grid" aria-label={say(`together.title.${by}`)} className="crosstab-grid crosstab-pairs" onKeyDown={onKeyDown}
        onClick={event => { const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-cell]') : null; if (cell) { const [line, column] = cell.dataset.cell!.split(' ').map(Number) as [number, number]; setPlace({ line, column }); openAt({ line, column }) } }}
      >
        <thead>
          <tr>
            <th scope="col" className="crosstab-row-head">{say('together.code')}</th>
            {codes.slice(0, -1).map(code => <th key={`${code.code}${code.branch}`} scope="col" className="crosstab-slant"><span>{code.name}</span></th>)}
          </tr>
        </thead>
        <tbody>
          {codes.slice(1).map((code, at) => {
            const line = at + 1
            return (
              <tr key={`${code.code}${code.branch}`}>
                <th scope="row" className="crosstab-row-head"><span className="crosstab-code"><CodeSwatch colour={code.colour} asBar /><span className="crosstab-code-name">{code.name}</span></span></th>
                {codes.slice(0, line).map((other, column) => {
                  const cell = found.get(`${line} ${column}`)
                  const count = cell?.pair[by] ?? 0
                  const mark = residualMark(by === 'stories' ? cell?.residual ?? null : null)
                  const isHere = here.line === line && here.column === column
                  return (
                    <td
                      key={`${other.code}${other.branch}`} data-cell={`${line} ${column}`} data-line={line} tabIndex={isHere ? 0 : -1} data-zero={count === 0 ? '' : undefined} data-open={open && cell?.pair === open ? '' : undefined}
                      aria-label={`${code.name}, ${other.name}: ${count}`} style={{ '--share': (count / most).toFixed(3) } as React.CSSProperties}
                    >
                      {count === 0 ? '·' : format.number(count)}{mark.sign && <span className="crosstab-mark" data-strong={mark.strong ? '' : undefined}>{mark.sign}</span>}
                    </td>
                  )
                })}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
