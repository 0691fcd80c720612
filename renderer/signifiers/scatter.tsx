// A scale against another one: the picture or its table, who is in it, whether the scores rise together, and the stories of a rectangle.
import { useRef, useState } from 'react'
import type { Scatter } from '../../shared/contract/scatter.ts'
import type { Sheet } from '../../shared/contract/table.ts'
import { blockRule, cellAt, countBlock, SCATTER_BINS, type CellBlock } from '../../shared/domain/cell-rule.ts'
import { bothFilters } from '../../shared/domain/filter-parts.ts'
import { failureOf } from '../api/failed.ts'
import { useRead } from '../api/hooks.ts'
import { ScatterField } from '../charts/scatter-field.tsx'
import { StoriesDrawer } from '../filter/stories-drawer.tsx'
import { failureWords } from '../i18n/failure-words.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { Notice } from '../ui/notice.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { ChartControls } from './chart-controls.tsx'
import type { QuestionPanelProps, Signifier } from './choices.ts'
import { NumbersTable } from './numbers-table.tsx'
import { SaveMenu } from './save-menu.tsx'

export function ScatterChart(props: QuestionPanelProps & { other: Signifier }) {
  const { signifier, other, choices, onChange } = props
  const say = useSay('patterns')
  const format = useFormats()
  const figure = useRef<HTMLDivElement>(null)
  const [block, setBlock] = useState<CellBlock | null>(null)
  const { data, error, isPlaceholderData } = useRead('pattern.scatter', { signifier: signifier.id, other: other.id, layer: choices.layer, filter: choices.filter }, { keepFormer: true })
  if (error) return <Notice kind="error">{failureWords(failureOf(error))}</Notice>
  if (!data) return <Skeleton label={say('loading')} lines={8} />
  const notes = notesOf(data, signifier, other, say, format)
  const title = say('scatter.title', { across: signifier.title, up: other.title })
  const bounds = ([from, to]: CellBlock['x']) => `${format.number(SCATTER_BINS[from]!.from)}–${format.number(SCATTER_BINS[to]!.to)}`
  const sheet = (): Sheet => sheetOf(data, say('table.sheet'), say('scatter.corner', { across: signifier.title, up: other.title }), place => bounds([place, place]))
  return (
    <div className="patterns-chart" aria-busy={isPlaceholderData}>
      <p className="patterns-n" data-testid="caption">{notes.join(' — ')}</p>
      <div className="patterns-bar">
        <ChartControls {...props} onChange={part => { onChange(part); setBlock(null) }} />
        <SaveMenu figure={figure} isPicture={choices.face === 'picture'} name={`${signifier.key}-${other.key}`} title={title} notes={notes} sheet={sheet} />
      </div>
      {choices.face === 'table' ? <NumbersTable sheet={sheet()} caption={title} /> : data.valid === 0 ? <p className="ui-hint">{say('noAnswers')}</p> : (
        <div ref={figure} className="patterns-figure">
          <ScatterField label={title} across={signifier} up={other} counts={data.counts} dots={data.dots} selected={block} onBlock={setBlock} />
        </div>
      )}
      <Relation data={data} />
      {block && (
        <StoriesDrawer
          key={JSON.stringify(block)} title={`${signifier.title} ${bounds(block.x)} · ${other.title} ${bounds(block.y)}`} lead={say('stories', { count: countBlock(data.counts, block) })}
          rule={bothFilters(choices.filter, blockRule(block, signifier.id, other.id))} onClose={() => setBlock(null)}
        />
      )}
    </div>
  )
}

/** Who is in the picture, and for each scale who has no score on it. */
function notesOf({ valid, about, ...sides }: Scatter, signifier: Signifier, other: Signifier, say: ReturnType<typeof useSay<'patterns'>>, format: ReturnType<typeof useFormats>): string[] {
  const missing = (name: string, { na, blank, notAsked }: Scatter['across']): string[] => {
    const states = ([['n.na', na], ['n.blank', blank], ['n.notAsked', notAsked]] as const).flatMap(([key, count]) => (count > 0 ? [say(key, { count: format.number(count) })] : []))
    return states.length > 0 ? [`${states.join(' · ')} (${name})`] : []
  }
  return [
    [say('scatter.n', { valid: format.number(valid), n: format.number(about.n) }), ...(about.blind ? [say('n.blind')] : [])].join(' · '),
    ...missing(signifier.title, sides.across), ...missing(other.title, sides.up)
  ]
}

function Relation({ data: { answer } }: { data: Scatter }) {
  const say = useSay('patterns')
  const table = useSay('crosstab')
  const format = useFormats()
  if (answer.is === 'refused') return <p className="patterns-sentence">{answer.reason === 'fewStories' ? say('scatter.few', { n: answer.n }) : table('refused.noVariation', { n: answer.n })}</p>
  const { n, rho, r, chance } = answer
  const number = (value: number) => format.number(value, 2)
  const way = Math.abs(rho) < 0.1 ? 'hardly' : rho > 0 ? 'together' : 'against'
  const figures = chance ? say('scatter.figures', { rho: number(rho), n: format.number(n), r: number(r), low: number(chance.low), high: number(chance.high) }) : say('scatter.figuresOnly', { rho: number(rho), n: format.number(n), r: number(r) })
  const likely = !chance ? say('scatter.severalTold') : chance.p >= 0.3 ? say('scatter.none') : `${chance.p < 0.01 ? say('scatter.rare') : say('scatter.chance', { times: format.number(chance.p * 100) })} ${say('scatter.unit')}`
  return (
    <>
      <p className="patterns-sentence">{say(`scatter.${way}`)} {likely} {table('cause')}</p>
      <p className="patterns-sentence patterns-n">{figures}</p>
    </>
  )
}

/** Classes of the one that goes up as rows, the highest first as in the picture. */
function sheetOf({ counts }: Scatter, name: string, corner: string, bounds: (place: number) => string): Sheet {
  const places = SCATTER_BINS.map((_, at) => at)
  return { name, headings: [corner, ...places.map(bounds)], rows: places.toReversed().map(y => [bounds(y), ...places.map(x => counts[cellAt(x, y)]!)]) }
}
