// Questions spread over several columns: ticks per option, three shares of a triad, x and y of stones.
import type { ColumnLook } from './column-look.ts'
import type { Draft } from './proposal-draft.ts'
import type { MappedSignifier } from './mapping.ts'
import type { Group } from './column-groups.ts'
import { readNumber, readTick, sameWords } from './cell-values.ts'
import { axisOf, commonStart, groupsOf, SPLITS } from './column-groups.ts'

export function askGrouped(draft: Draft): void {
  for (const group of groupsOf(draft.free(), /^(.+)_([^_]+)$/, 3)) askShareSlider(draft, group)
  for (const split of SPLITS) for (const group of groupsOf(draft.free(), split, 3)) askTriad(draft, group)
  askTriadRuns(draft)
  askPlaces(draft)
  for (const split of SPLITS) for (const group of groupsOf(draft.free(), split, 2)) askTicks(draft, group)
  askTickRuns(draft)
}

/** Three columns of shares that add up to 1 or 100, with an x and a y beside them perhaps. */
function askTriad(draft: Draft, group: Group): void {
  const x = group.members.find(({ rest }) => /^(percent)?x$/i.test(rest))
  const y = group.members.find(({ rest }) => /^(percent)?y$/i.test(rest))
  const na = group.members.find(({ rest }) => /^(na|n\.?v\.?t\.?|n\/a)$/i.test(rest))
  const anchors = group.members.filter((member) => member !== x && member !== y && member !== na)
  if (anchors.length !== 3) return
  const whole = wholeOf(draft, anchors.map(({ look }) => look))
  if (whole === null) return
  const signifier: MappedSignifier = {
    kind: 'triad', key: group.base, title: group.title, na: [], whole, top: 'share', anchors: [anchors[0]!.rest, anchors[1]!.rest, anchors[2]!.rest]
  }
  draft.ask(signifier, [
    ...anchors.map(({ look }, anchor) => ({ look, part: { is: 'share' as const, anchor } })),
    ...(na ? [{ look: na.look, part: { is: 'na' as const } }] : [])
  ], { reason: 'shares', values: { whole } })
  for (const place of [x, y]) if (place) draft.give(place.look, { role: 'ignore' }, { reason: 'same_elsewhere' })
}

/** A slider as two shares with its x beside them (SenseMaker by title): x is the right share. */
function askShareSlider(draft: Draft, group: Group): void {
  const x = group.members.find(({ rest }) => rest === 'percentX')
  const na = group.members.find(({ rest }) => rest === 'NA')
  const anchors = group.members.filter((member) => member !== x && member !== na)
  if (!x || anchors.length !== 2 || anchors.some(({ rest, look }) => rest === 'percentY' || (look.filled.length > 0 && look.numbers === null))) return
  const to = Math.max(0, ...(x.look.numbers ?? [])) > 1.000001 ? 100 : 1
  draft.ask({ kind: 'slider', key: group.base, title: group.title, na: [], anchors: anchors.map(({ rest }) => rest), scale: { from: 0, to } }, [
    { look: x.look, part: { is: 'value' } }, ...(na ? [{ look: na.look, part: { is: 'na' as const } }] : [])
  ], { reason: to === 1 ? 'scale_1' : 'scale_100', confidence: 'sure' })
  for (const { look } of anchors) draft.give(look, { role: 'ignore' }, { reason: 'same_elsewhere' })
}

/** Three neighbouring columns without a common name that add up nevertheless. */
function askTriadRuns(draft: Draft): void {
  const free = draft.free()
  for (let i = 0; i + 2 < free.length; i++) {
    const run = free.slice(i, i + 3)
    if (run.some((look, n) => look.index !== run[0]!.index + n)) continue
    const whole = wholeOf(draft, run)
    if (whole === null) continue
    const names = run.map((look) => look.name)
    draft.ask(
      { kind: 'triad', key: names.join(' / '), title: names.join(' / '), na: [], whole, top: 'share', anchors: [names[0]!, names[1]!, names[2]!] },
      run.map((look, anchor) => ({ look, part: { is: 'share' as const, anchor } })), { reason: 'shares', values: { whole }, confidence: 'guess' })
    i += 2
  }
}

/** 1 or 100 when nearly every row with all three shares adds up to it; at least three rows must, or all of fewer. */
function wholeOf(draft: Draft, looks: ColumnLook[]): 1 | 100 | null {
  // A few codes below zero (SoSci's -1 for n.v.t.) are no shares, and no reason to think these are none.
  if (looks.some((look) => look.numbers === null || look.numbers.some((n) => n > 101.5) || look.numbers.filter((n) => n < 0).length > look.numbers.length / 3)) return null
  const sums = draft.head.sample.flatMap(({ cells }) => {
    const shares = looks.map((look) => readNumber(cells[look.index] ?? '', 'either') ?? readNumber(cells[look.index] ?? '', ','))
    return shares.some((share) => share === null || share < 0) ? [] : [shares.reduce<number>((sum, share) => sum + share!, 0)]
  })
  const near = (whole: number) => sums.filter((sum) => Math.abs(sum - whole) <= whole * 0.015).length
  for (const whole of [1, 100] as const) if (sums.length >= 2 && near(whole) >= Math.max(2, sums.length * 0.7)) return whole
  return null
}

/** Pairs of x and y: one stone each; several under one name are one question. */
function askPlaces(draft: Draft): void {
  const pairs = new Map<string, { x?: ColumnLook; y?: ColumnLook }>()
  for (const look of draft.free()) {
    const axis = look.numbers === null ? null : axisOf(look)
    if (!axis) continue
    const pair = pairs.get(axis.stone) ?? {}
    pair[axis.is] ??= look
    pairs.set(axis.stone, pair)
  }
  const whole = [...pairs].flatMap(([name, { x, y }]) => (x && y ? [{ name, x, y }] : []))
  const questions = new Map<string, typeof whole>()
  for (const pair of whole) {
    const base = /^(.+?)\s*(?: › |: | - |_|\/|\[)(?=[^_/[\]›:]+$)/.exec(pair.name)?.[1]?.trim() ?? (whole.length > 1 ? commonStart(whole.map((p) => p.name)) : pair.name)
    questions.set(base, [...(questions.get(base) ?? []), pair])
  }
  for (const [base, stones] of questions) askStones(draft, base, stones)
}

function askStones(draft: Draft, base: string, stones: { name: string; x: ColumnLook; y: ColumnLook }[]): void {
  const numbers = stones.flatMap(({ x, y }) => [...x.numbers!, ...y.numbers!])
  const to = Math.max(...numbers) <= 1.000001 ? 1 : 100
  const because = { reason: 'places' as const }
  if (stones.length === 1 && /triade?|driehoek|triangle/i.test(base)) {
    draft.ask({ kind: 'triad', key: base, title: base, na: [], whole: to, top: 'share', anchors: ['', '', ''] },
      [{ look: stones[0]!.x, part: { is: 'x' } }, { look: stones[0]!.y, part: { is: 'y' } }], because)
    return
  }
  const label = (name: string) => name.startsWith(base) && name.length > base.length ? name.slice(base.length).replace(/^[\s_:›/[-]+/, '').replace(/\]$/, '') : name
  draft.ask({
    kind: 'stones', key: base, title: base, na: [], anchors: [], scale: { from: 0, to },
    stones: stones.map(({ name }) => ({ key: label(name), label: label(name) }))
  }, stones.flatMap(({ name, x, y }) => [
    { look: x, part: { is: 'x' as const, stone: label(name) } }, { look: y, part: { is: 'y' as const, stone: label(name) } }
  ]), because)
}

/** Columns of ticks under one question. Every column must look like ticks, one at least must have one. */
export function askTicks(draft: Draft, group: Group, because: Parameters<Draft['ask']>[2] = { reason: 'ticks' }): boolean {
  const na = group.members.find(({ rest }) => /^(na|n\.?v\.?t\.?|n\/a|niet van toepassing)$/i.test(rest))
  const members = group.members.filter((member) => member !== na)
  const alike = members.every(({ look, rest }) => look.filled.length === 0 || look.ticks || look.distinct.every((value) => sameWords(value) === sameWords(rest)))
  if (members.length < 2 || !alike || members.every(({ look }) => look.filled.length === 0)) return false
  draft.ask({
    kind: 'multi', key: group.base, title: group.title, na: [], unknown: 'problem', delimiter: null, ticked: [], unticked: [],
    options: members.map(({ rest }) => ({ key: rest, label: rest, values: [] }))
  }, [
    ...members.map(({ look, rest }) => ({ look, part: { is: 'tick' as const, option: rest } })),
    ...(na ? [{ look: na.look, part: { is: 'na' as const } }] : [])
  ], because)
  return true
}

/** Neighbouring columns of crosses with nothing in common but the crosses: "Kind", "Gezin", "Ouder". */
function askTickRuns(draft: Draft): void {
  const crossed = (look: ColumnLook) => look.filled.length > 0 && look.filled.length < draft.head.sample.length && look.distinct.length === 1 && readTick(look.distinct[0]!, [], []) === true
  let run: ColumnLook[] = []
  for (const look of [...draft.free(), null]) {
    if (look && crossed(look) && (run.length === 0 || look.index === run.at(-1)!.index + 1)) {
      run.push(look)
      continue
    }
    if (run.length >= 3) {
      const names = run.map((member) => member.name).join(', ')
      askTicks(draft, { base: names, title: names, members: run.map((member) => ({ look: member, rest: member.name })) }, { reason: 'ticks', confidence: 'guess' })
    }
    run = look && crossed(look) ? [look] : []
  }
}
