// The right picture for a question: one for all stories, or one for each part; every mark reports what was pressed.
import { useState, type ReactNode } from 'react'
import type { Pattern, PatternPart } from '../../shared/contract/pattern.ts'
import { LEAST_GROUP } from '../../shared/crosstab/row-test.ts'
import type { AnswerRule } from '../../shared/domain/answer-rule.ts'
import type { Id } from '../../shared/domain/ids.ts'
import type { Outline } from '../../shared/signifier/outline.ts'
import { QUADRANTS, type Quadrant } from '../../shared/signifier/stones.ts'
import { TRIAD_ZONES, type TriadShares, type TriadZone } from '../../shared/signifier/triad.ts'
import type { Bin } from '../../shared/signifier/bins.ts'
import { Bars } from '../charts/bars.tsx'
import { Histogram } from '../charts/histogram.tsx'
import { LEAST_FOR_PERCENT } from '../charts/numbers.ts'
import { PairedBars } from '../charts/paired-bars.tsx'
import { StackedBars } from '../charts/stacked-bars.tsx'
import { StonesField } from '../charts/stones-field.tsx'
import { StonesLine } from '../charts/stones-line.tsx'
import { TriadField } from '../charts/triad-field.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import type { Choices } from './choices.ts'
import { captionOf, columnName, isNotAsked, partWords, sentenceOf, sentencesOf, valueColumns, type Words } from './pattern-words.ts'
import { StoneByPart } from './stone-by-part.tsx'

/** What was pressed: columns of one part, a line drawn by hand in its picture, or all in which the stone shown was `placed`. */
export interface Mark { part: string, columns: number[], placed?: true, lasso?: { points: [number, number][], stone: Id | null } }

export interface PictureProps {
  pattern: Pattern
  words: Words
  choices: Choices
  /** The stone whose dots are shown; null: only the means. */
  stone: Id | null
  mark: Mark | null
  onMark: (mark: Mark) => void
  onStone: (stone: Id) => void
  /** What belongs beside the parts, such as their difference. */
  beside?: ReactNode
}

export function Picture(props: PictureProps) {
  const { pattern, words } = props
  const { kind } = words.signifier
  const together = pattern.parts.length > 1 && (kind === 'likert' || kind === 'choice' || kind === 'multi' || kind === 'date')
  if (together) return <Together {...props} />
  return (
    <div className={pattern.parts.length > 1 ? 'patterns-multiples' : 'patterns-single'}>
      {kind === 'stones' && props.stone !== null && pattern.parts.length > 1 && <StoneByPart pattern={pattern} words={words} stone={props.stone} onMark={props.onMark} />}
      {pattern.parts.map(part => <PartPicture key={part.key} {...props} part={part} />)}
      {props.beside}
    </div>
  )
}

/** All parts in one picture: whole bars for an ordered question, bars beside each other for the others. */
function Together({ pattern, words, mark, onMark }: PictureProps) {
  const { say, signifier } = words
  const columns = valueColumns(pattern)
  const answers = columns.map(at => ({ id: pattern.columns[at]!.key, name: columnName(pattern, at, words) }))
  // Who was not asked the one question nor the other makes no part.
  const parts = pattern.parts.filter(part => part.stories > 0 && !(part.face.is === 'notAsked' && isNotAsked(part))).map(part => ({
    id: part.key, name: partWords(part, words), base: part.valid, counts: columns.map(at => part.counts[at]!),
    ...(isNotAsked(part) ? { instead: say('notAsked') } : part.valid === 0 ? { instead: say('noAnswers') } : {})
  }))
  const selected = mark?.columns.length === 1 ? { part: mark.part, answer: pattern.columns[mark.columns[0]!]!.key } : null
  const select = (part: string, answer: string) => onMark({ part, columns: [pattern.columns.findIndex(({ key }) => key === answer)] })
  const Chart = signifier.kind === 'likert' ? StackedBars : PairedBars
  return (
    <div className="patterns-together">
      <Chart label={signifier.title} answers={answers} parts={parts} selected={selected} onSelect={select} />
      {sentencesOf(pattern, words).map(sentence => <p key={sentence} className="patterns-sentence">{sentence}</p>)}
    </div>
  )
}

function PartPicture(props: PictureProps & { part: PatternPart }) {
  const { part, pattern, words, choices } = props
  const name = partWords(part, words)
  const sentence = sentenceOf(part, pattern, choices.middle, words)
  return (
    <section className="patterns-part" aria-label={name || words.signifier.title}>
      {name && <h3>{name}</h3>}
      {name && <p className="patterns-n">{captionOf(part, pattern, words)}</p>}
      {isNotAsked(part) ? <p className="ui-hint">{words.say('notAsked')}</p> : part.valid === 0 ? <p className="ui-hint">{words.say('noAnswers')}</p> : <Chart {...props} />}
      {sentence && <p className="patterns-sentence">{sentence}</p>}
    </section>
  )
}

function Chart(props: PictureProps & { part: PatternPart }) {
  switch (props.words.signifier.kind) {
    case 'slider': case 'number': return <Scale {...props} />
    case 'triad': return <Triangle {...props} />
    case 'stones': return <Stones {...props} />
    default: return <Options {...props} />
  }
}

const isMarked = (mark: Mark | null, part: PatternPart): Mark | null => (mark?.part === part.key ? mark : null)
const lassoOf = (mark: Mark | null, part: PatternPart): Outline | null => isMarked(mark, part)?.lasso?.points ?? null

function Options({ pattern, part, words, mark, onMark }: PictureProps & { part: PatternPart }) {
  const [together, setTogether] = useState(false)
  const columns = valueColumns(pattern)
  const marked = isMarked(mark, part)?.columns ?? []
  const answers = columns.map(at => ({ id: pattern.columns[at]!.key, name: columnName(pattern, at, words) }))
  const options = columns.filter(at => pattern.columns[at]!.face.is === 'option')
  const press = (id: string) => {
    const at = pattern.columns.findIndex(({ key }) => key === id)
    const others = marked.filter(other => other !== at && options.includes(other))
    onMark({ part: part.key, columns: !together || !options.includes(at) ? [at] : marked.includes(at) ? others : [...others, at].toSorted((one, other) => one - other) })
  }
  return (
    <>
      {words.signifier.kind === 'likert' && <StackedBars label={words.signifier.title} answers={answers} parts={[{ id: part.key, name: '', counts: columns.map(at => part.counts[at]!) }]} onSelect={(_, answer) => press(answer)} />}
      <Bars
        label={words.signifier.title} selected={new Set(marked.map(at => pattern.columns[at]!.key))} onSelect={press}
        rows={columns.map((at, place) => ({ ...answers[place]!, count: part.counts[at]!, percent: part.valid >= LEAST_FOR_PERCENT ? part.counts[at]! / part.valid * 100 : null }))}
      />
      {options.length > 2 && <div data-unprinted><Checkbox isSelected={together} onChange={setTogether}>{words.say('together')}</Checkbox></div>}
    </>
  )
}

function Scale({ pattern, part, words, choices, mark, onMark }: PictureProps & { part: PatternPart }) {
  const columns = valueColumns(pattern)
  const bins = columns.map((at): Bin => {
    const { face } = pattern.columns[at]!
    if (face.is === 'bar') return { from: Math.max(0, face.at - 5), to: Math.min(100, face.at + 5), isClosed: face.at === 100, centre: face.at }
    return face.is === 'range' ? { from: face.from, to: face.to, isClosed: face.closed, centre: null } : { from: 0, to: 0, isClosed: false, centre: null }
  })
  const counts = columns.map(at => part.counts[at]!)
  const mean = part.valid < LEAST_GROUP ? null : choices.middle === 'geometric' && part.middle ? part.middle.geometric[1]! : part.scores[0]?.mean ?? null
  // Parts beside each other are drawn on one scale of shares, so that bars of the same height mean the same.
  const tallest = part.valid * Math.max(...pattern.parts.map(({ counts: own, valid }) => (valid === 0 ? 0 : Math.max(...columns.map(at => own[at]!)) / valid)))
  const take = (from: number, to: number) => onMark({ part: part.key, columns: columns.slice(from, to + 1) })
  // A number of one's own scale has classes of its own: bars beside each other, told by their bounds.
  if (words.signifier.kind === 'number') return <Options pattern={pattern} part={part} words={words} choices={choices} mark={mark} onMark={onMark} stone={null} onStone={() => undefined} />
  return (
    <Histogram
      label={words.signifier.title} bins={bins} counts={counts} anchors={words.signifier.anchors} mean={mean} isGeometric={choices.middle === 'geometric'} base={part.valid} tallest={tallest}
      selected={new Set(isMarked(mark, part)?.columns.map(at => columns.indexOf(at)))} onSelect={bin => take(bin, bin)} onRange={take}
    />
  )
}

function Triangle({ pattern, part, words, choices, mark, onMark }: PictureProps & { part: PatternPart }) {
  const at = (zone: TriadZone) => pattern.columns.findIndex(({ key }) => key === zone)
  const counts = Object.fromEntries(TRIAD_ZONES.map(zone => [zone, part.counts[at(zone)] ?? 0])) as Record<TriadZone, number>
  const chosen = new Set(TRIAD_ZONES.filter(zone => isMarked(mark, part)?.columns.includes(at(zone))))
  return (
    <TriadField
      label={words.signifier.title} anchors={words.signifier.anchors} dots={part.dots} counts={counts} mean={part.valid < LEAST_GROUP ? null : (part.middle?.[choices.middle] as TriadShares | undefined) ?? null}
      showZones={choices.zones} showDensity={choices.density || part.face.is === 'code'} showEllipse={choices.ellipse} lasso={lassoOf(mark, part)} selected={chosen} onZone={zone => onMark({ part: part.key, columns: [at(zone)] })}
      onLasso={points => onMark({ part: part.key, columns: [], lasso: { points, stone: null } })}
    />
  )
}

function Stones({ pattern, part, words, choices, stone, mark, onMark, onStone }: PictureProps & { part: PatternPart }) {
  const { signifier } = words
  const flat = signifier.anchors.length <= 2
  const told = (at: number) => { const spread = part.stones[at]; return spread && spread.placed >= LEAST_GROUP ? spread : null }
  if (flat) {
    const stones = signifier.stones.map(({ id, name }, at) => ({ id, name, placed: part.stones[at]?.placed ?? 0, mean: told(at)?.x.mean ?? null, sd: told(at)?.x.sd ?? null }))
    return (
      <>
        <StonesLine label={signifier.title} anchors={signifier.anchors} stones={stones} chosen={stone} onStone={onStone} />
        {stone !== null && <h4>{signifier.stones.find(({ id }) => id === stone)!.name}</h4>}
        {stone !== null && <Options pattern={pattern} part={part} words={words} choices={choices} mark={mark} onMark={onMark} stone={stone} onStone={onStone} />}
      </>
    )
  }
  const at = (quadrant: Quadrant) => pattern.columns.findIndex(({ key }) => key === quadrant)
  const stones = signifier.stones.map(({ id, name }, place) => ({ id, name, placed: part.stones[place]?.placed ?? 0, x: told(place)?.x.mean ?? null, y: told(place)?.y?.mean ?? null }))
  return (
    <StonesField
      label={signifier.title} anchors={signifier.anchors} stones={stones} chosen={stone} dots={stone === null ? [] : part.dots} showEllipse={choices.ellipse} counts={Object.fromEntries(QUADRANTS.map(quadrant => [quadrant, part.counts[at(quadrant)] ?? 0]))}
      lasso={lassoOf(mark, part)} selected={new Set(QUADRANTS.filter(quadrant => isMarked(mark, part)?.columns.includes(at(quadrant))))} onStone={onStone}
      onQuadrant={quadrant => onMark({ part: part.key, columns: [at(quadrant)] })} onLasso={points => onMark({ part: part.key, columns: [], lasso: { points, stone } })}
    />
  )
}

/** The rule of a line drawn by hand. */
export const lassoRule = (signifier: Id, { points, stone }: NonNullable<Mark['lasso']>): AnswerRule => ({ is: 'lasso', signifier, stone, points })
