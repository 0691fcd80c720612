// Answers that are a place: sliders on a line, triads in a triangle, stones on a line or a plane. All come out as 0–100.
import type { AnswerValue } from '../domain/signifier.ts'
import type { MappedSignifier } from './mapping.ts'
import type { FilledPart, RowReader } from './row-reader.ts'
import { numberIn } from './row-reader.ts'

type Slider = Extract<MappedSignifier, { kind: 'slider' }>
type Triad = Extract<MappedSignifier, { kind: 'triad' }>
type Stones = Extract<MappedSignifier, { kind: 'stones' }>
type Scale = { from: number; to: number }
type Shares = [number, number, number]

/** Shares may miss their whole by rounding: 33 + 33 + 33. More than 1.5 % is a mistake. */
const SUM_SLACK = 0.015
/** Float noise at the ends of a scale. */
const EDGE_SLACK = 1e-6
const TRIANGLE_HEIGHT = Math.sqrt(3) / 2

/** `flat`: the stones lie on one line, the file has no y columns for them. */
export function placeAnswer(signifier: Slider | Triad | Stones, given: FilledPart[], flat: boolean, row: RowReader): AnswerValue | null {
  if (signifier.kind === 'slider') return sliderAnswer(signifier, given, row)
  if (signifier.kind === 'triad') return triadAnswer(signifier, given, row)
  return stonesAnswer(signifier, given, flat, row)
}

function sliderAnswer({ scale }: Slider, given: FilledPart[], row: RowReader): AnswerValue | null {
  const right = given.find((p) => p.part.is === 'value') ?? given.find((p) => p.part.is === 'share' && p.part.anchor === 1)
  const part = right ?? given[0]!
  const score = scoreIn(part, scale, row)
  return score === null ? null : { is: 'number', value: tidy(right ? score : 100 - score) }
}

function triadAnswer(signifier: Triad, given: FilledPart[], row: RowReader): AnswerValue | null {
  const shareParts = given.filter((part) => part.part.is === 'share')
  const fromPlace = sharesOfPlace(signifier, given, row)
  if (fromPlace === 'unreadable') return null
  if (shareParts.length === 0) return fromPlace === null ? null : { is: 'triad', shares: fromPlace }
  const shares = sharesGiven(signifier, shareParts, row)
  if (shares === null) return null
  if (fromPlace && shares.some((share, i) => Math.abs(share - fromPlace[i]!) > SUM_SLACK * 100)) {
    row.tell('place_disagrees', shareParts[0]!.column)
    return null
  }
  return { is: 'triad', shares }
}

function sharesGiven({ whole }: Triad, parts: FilledPart[], row: RowReader): Shares | null {
  const raw: (number | null)[] = [null, null, null]
  for (const part of parts) {
    const value = numberIn(part, row)
    if (value === null) return null
    if (value < -EDGE_SLACK * whole || value > whole * (1 + SUM_SLACK)) {
      row.tell('share_out_of_range', part.column, { value, whole })
      return null
    }
    if (part.part.is === 'share') raw[part.part.anchor] = Math.max(0, value)
  }
  const [top, left, right] = raw
  if (top == null || left == null || right == null) {
    row.tell('shares_incomplete', parts[0]!.column)
    return null
  }
  const sum = top + left + right
  // No place in the triangle is nothing of all three: some exports write that where the question was skipped.
  if (sum === 0) {
    row.tell('shares_zero', parts[0]!.column, {}, 'warning')
    return null
  }
  if (Math.abs(sum - whole) > SUM_SLACK * whole + 1e-9) {
    row.tell('shares_sum', parts[0]!.column, { sum, whole })
    return null
  }
  return closed([top, left, right])
}

/** x runs along the base, y to the top: top = y, right = x − y/2, left = whole − x − y/2. */
function sharesOfPlace({ whole, top }: Triad, given: FilledPart[], row: RowReader): Shares | null | 'unreadable' {
  const [xPart, yPart] = [given.find((p) => p.part.is === 'x'), given.find((p) => p.part.is === 'y')]
  if (!xPart && !yPart) return null
  if (!xPart || !yPart) {
    row.tell('shares_incomplete', (xPart ?? yPart)!.column)
    return 'unreadable'
  }
  const [x, rawY] = [numberIn(xPart, row), numberIn(yPart, row)]
  if (x === null || rawY === null) return 'unreadable'
  const y = top === 'height' ? rawY / TRIANGLE_HEIGHT : rawY
  const shares: Shares = [y, whole - x - y / 2, x - y / 2]
  if (shares.some((share) => share < -SUM_SLACK * whole)) {
    row.tell('place_outside', xPart.column, { x, y: rawY })
    return 'unreadable'
  }
  return closed([Math.max(0, shares[0]), Math.max(0, shares[1]), Math.max(0, shares[2])])
}

function stonesAnswer({ stones, scale }: Stones, given: FilledPart[], flat: boolean, row: RowReader): AnswerValue | null {
  const places: { stone: string; x: number; y: number | null }[] = []
  let readable = true
  for (const { key } of stones) {
    const xPart = given.find((p) => p.part.is === 'x' && p.part.stone === key)
    const yPart = given.find((p) => p.part.is === 'y' && p.part.stone === key)
    if (!xPart && !yPart) continue
    if (!xPart || (!yPart && !flat)) {
      row.tell('stone_incomplete', (xPart ?? yPart)!.column, { stone: stones.find((stone) => stone.key === key)!.label })
      readable = false
      continue
    }
    const [x, y] = [scoreIn(xPart, scale, row), yPart ? scoreIn(yPart, scale, row) : null]
    if (x === null || (yPart && y === null)) readable = false
    else places.push({ stone: key, x: tidy(x), y: y === null ? null : tidy(y) })
  }
  return readable && places.length > 0 ? { is: 'stones', places } : null
}

function scoreIn(part: FilledPart, { from, to }: Scale, row: RowReader): number | null {
  const value = numberIn(part, row)
  if (value === null) return null
  const score = ((value - from) / (to - from)) * 100
  if (score < -EDGE_SLACK * 100 || score > 100 + EDGE_SLACK * 100) {
    row.tell('slider_out_of_range', part.column, { value, from, to })
    return null
  }
  return Math.min(100, Math.max(0, score))
}

function closed(shares: Shares): Shares {
  const sum = shares[0] + shares[1] + shares[2]
  return [tidy((shares[0] / sum) * 100), tidy((shares[1] / sum) * 100), tidy((shares[2] / sum) * 100)]
}

/** Six decimals: finer than any questionnaire measures, coarse enough that two exports of one answer agree. */
function tidy(score: number): number {
  return Math.round(score * 1e6) / 1e6
}
