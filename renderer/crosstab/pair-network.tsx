// The same pairs as a network: codes in a ring in the order of the codebook, a line for every pair, thicker the more often.
import { useMemo, useRef } from 'react'
import type { CodePair, CodePairs } from '../../shared/contract/crosstab.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { ringOf } from './ring.ts'
import { SavePicture } from './save-picture.tsx'
import type { PairMatrixProps } from './pair-matrix.tsx'

const [SIZE, RADIUS, MIDDLE] = [880, 250, 440]
const HEIGHT = 640

export function PairNetwork({ pairs, by, least, open, onOpen }: PairMatrixProps & { least: number }) {
  const say = useSay('analysis')
  const format = useFormats()
  const figure = useRef<HTMLDivElement>(null)
  const drawn = useMemo(() => layOut(pairs, by, least), [pairs, by, least])
  if (drawn.lines.length === 0) return <p className="ui-hint">{say('together.none', { count: least })}</p>
  const press = (pair: CodePair) => ({ onClick: () => onOpen(pair), onKeyDown: (event: React.KeyboardEvent) => { if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); onOpen(pair) } } })
  return (
    <>
      <div ref={figure} className="crosstab-network">
        <svg viewBox={`0 0 ${SIZE} ${HEIGHT}`} width={SIZE} height={HEIGHT} role="group" aria-label={say(`together.title.${by}`)}>
          {drawn.lines.map(({ pair, path, share }) => (
            <path
              key={`${pair.first} ${pair.second}`} d={path} className="crosstab-edge" strokeWidth={1 + 9 * share} opacity={0.25 + 0.55 * share} data-open={open === pair ? '' : undefined}
              role="button" tabIndex={0} aria-label={say('together.edge', { a: pairs.codes[pair.first]!.name, b: pairs.codes[pair.second]!.name, count: pair[by] })} {...press(pair)}
            ><title>{say('together.edge', { a: pairs.codes[pair.first]!.name, b: pairs.codes[pair.second]!.name, count: pair[by] })}</title></path>
          ))}
          {drawn.nodes.map(({ index, x, y, size, words }) => (
            <g key={index}>
              <circle cx={x} cy={y} r={size} className="crosstab-node" data-code={pairs.codes[index]!.colour} />
              <text x={words.x} y={words.y} textAnchor={words.anchor} className="crosstab-node-name">{pairs.codes[index]!.name} <tspan className="crosstab-node-n">{format.number(pairs.codes[index]!.stories)}</tspan></text>
            </g>
          ))}
        </svg>
      </div>
      <div><SavePicture figure={figure} name={say('together.network')} title={say(`together.title.${by}`)} notes={[`n = ${format.number(pairs.about.n)}`, say('together.least.note', { count: least })]} /></div>
    </>
  )
}

/** Lines lean towards the middle of the ring, so that they part near their codes. */
const bent = (a: number, b: number, middle: number): string => (0.45 * middle + 0.55 * (a + b) / 2).toFixed(1)

function layOut(pairs: CodePairs, by: PairMatrixProps['by'], least: number) {
  const shown = pairs.pairs.filter(pair => pair[by] >= least)
  const most = shown.reduce((largest, pair) => Math.max(largest, pair[by]), 1)
  const named = [...new Set(shown.flatMap(({ first, second }) => [first, second]))].toSorted((a, b) => a - b)
  const ring = ringOf(named.length, { x: MIDDLE, y: HEIGHT / 2, radius: RADIUS })
  const at = new Map(named.map((index, place) => [index, ring[place]!]))
  const largest = named.reduce((sum, index) => Math.max(sum, pairs.codes[index]!.stories), 1)
  return {
    lines: shown.toSorted((a, b) => a[by] - b[by]).map(pair => {
      const [a, b] = [at.get(pair.first)!, at.get(pair.second)!]
      return { pair, share: pair[by] / most, path: `M ${a.x.toFixed(1)} ${a.y.toFixed(1)} Q ${bent(a.x, b.x, MIDDLE)} ${bent(a.y, b.y, HEIGHT / 2)} ${b.x.toFixed(1)} ${b.y.toFixed(1)}` }
    }),
    nodes: named.map(index => ({ index, ...at.get(index)!, size: 4 + 8 * Math.sqrt(pairs.codes[index]!.stories / largest) }))
  }
}
