// Rules in words one can read: "0 tot en met 20 · Invloed", "niet (met code klik)".
import { useMemo } from 'react'
import type { Output } from '../../shared/contract/index.ts'
import type { Signifier } from '../../shared/contract/signifier.ts'
import type { AnswerRule } from '../../shared/domain/answer-rule.ts'
import { tidyFilter } from '../../shared/domain/filter-parts.ts'
import type { Id } from '../../shared/domain/ids.ts'
import type { Layer, StoryFilter } from '../../shared/domain/layer.ts'
import { TRIAD_ZONES } from '../../shared/signifier/triad.ts'
import { useRead } from '../api/hooks.ts'
import { useFormats, type Formats } from '../i18n/format.ts'
import { useSay, type Say } from '../i18n/say.ts'

/** What a rule's ids stand for. */
export interface Known {
  project: Pick<Output<'project.read'>, 'groups' | 'waves'> | undefined
  signifiers: readonly Signifier[]
  codes: readonly { id: Id, name: string, colour: number }[]
  themes: readonly { id: Id, name: string, colour: number }[]
  coders: readonly { id: Id, name: string }[]
  selections: readonly { id: Id, name: string }[]
  say: Say<'filter'>
  format: Formats
}

/** One condition: its words, the filter as it is without it, and the hue of a code. */
export interface Condition { id: string, words: string, without: StoryFilter, colour?: number }

export function useKnown(): Known {
  const say = useSay('filter')
  const format = useFormats()
  const project = useRead('project.read', {}).data
  const signifiers = useRead('signifier.list', {}).data
  const codes = useRead('code.list', {}).data
  const themes = useRead('theme.names', {}).data
  const coders = useRead('coder.list', {}).data
  const selections = useRead('selection.list', {}).data?.rows
  return useMemo(() => ({
    say, format, project, signifiers: signifiers ?? [], codes: codes ?? [], themes: themes ?? [], coders: coders ?? [], selections: selections ?? []
  }), [say, format, project, signifiers, codes, themes, coders, selections])
}

const nameOf = (list: readonly { id: Id, name: string }[] | undefined, id: Id): string => list?.find(each => each.id === id)?.name ?? '…'

/** Every condition of a filter that must hold, in words. */
export function conditionsOf(filter: StoryFilter, known: Known): Condition[] {
  const { say } = known
  const { groups = [], waves = [], answers = [], codes = [], withoutCodes = [], themes = [], withoutThemes = [], selections = [], not = [], alsoTold = [], any, collected, codedBy, doneBy, uncodedByMe, doneByMe, assignedToMe, search } = filter
  const without = (part: StoryFilter): StoryFilter => tidyFilter({ ...filter, ...part })
  const each = <T>(list: readonly T[], name: keyof StoryFilter, words: (one: T) => string, colour?: (one: T) => number | undefined): Condition[] =>
    list.map((one, at) => ({ id: `${name}${at}`, words: words(one), without: without({ [name]: list.filter((_, other) => other !== at) }), ...(colour ? { colour: colour(one) } : {}) }))
  const hue = (id: Id) => [...known.codes, ...known.themes].find(each => each.id === id)?.colour
  const conditions = [
    ...each(selections, 'selections', id => say('filter.selection', { name: nameOf(known.selections, id) })),
    ...each(groups, 'groups', id => nameOf(known.project?.groups, id)), ...each(waves, 'waves', id => nameOf(known.project?.waves, id)),
    ...each(codes, 'codes', id => say('filter.code', { code: nameOf(known.codes, id) }) + byLayer(filter.layer, known), hue),
    ...each(withoutCodes, 'withoutCodes', id => say('filter.withoutCode', { code: nameOf(known.codes, id) }) + byLayer(filter.layer, known), hue),
    ...each(themes, 'themes', id => say('filter.theme', { theme: nameOf(known.themes, id) }) + byLayer(filter.layer, known), hue),
    ...each(withoutThemes, 'withoutThemes', id => say('filter.withoutTheme', { theme: nameOf(known.themes, id) }) + byLayer(filter.layer, known), hue),
    ...each(answers, 'answers', rule => ruleWords(rule, known)),
    ...each(alsoTold, 'alsoTold', rule => say('filter.alsoTold', { rule: filterSentence(rule, known) })),
    ...each(not, 'not', rule => doubleNot(rule, known) ?? say('rule.not', { rule: filterSentence(rule, known) }))
  ]
  if (any) conditions.push({ id: 'any', words: listed(any.map(rule => filterSentence(rule, known)), say('rule.or')), without: without({ any: undefined }) })
  if (collected) conditions.push({ id: 'collected', words: say('filter.collected', { days: [collected.from, collected.to].map(day => day ?? '…').join(' – ') }), without: without({ collected: undefined }) })
  if (codedBy) conditions.push({ id: 'codedBy', words: say('filter.codedBy', { name: nameOf(known.coders, codedBy) }), without: without({ codedBy: undefined }) })
  if (doneBy) conditions.push({ id: 'doneBy', words: say('filter.doneBy', { name: nameOf(known.coders, doneBy) }), without: without({ doneBy: undefined }) })
  if (uncodedByMe !== undefined) conditions.push({ id: 'uncoded', words: say(uncodedByMe ? 'filter.uncoded' : 'filter.coded'), without: without({ uncodedByMe: undefined }) })
  if (assignedToMe !== undefined) conditions.push({ id: 'assigned', words: say(assignedToMe ? 'filter.assigned' : 'filter.notAssigned'), without: without({ assignedToMe: undefined }) })
  if (doneByMe !== undefined) conditions.push({ id: 'done', words: say(doneByMe ? 'filter.done' : 'filter.notDone'), without: without({ doneByMe: undefined }) })
  if (search?.trim()) conditions.push({ id: 'search', words: say('filter.search', { words: search.trim() }), without: without({ search: undefined }) })
  return conditions
}

function byLayer(layer: Layer | undefined, { say, coders }: Known): string {
  if (!layer || layer.is === 'all') return ''
  return ` (${layer.is === 'consensus' ? say('filter.consensus') : nameOf(coders, layer.coder)})`
}

/** "Not (not x)" is how a rule of its own stands beside others: it reads as x. */
function doubleNot(rule: StoryFilter, known: Known): string | null {
  const [inner, ...more] = rule.not ?? []
  return inner && more.length === 0 && Object.keys(tidyFilter(rule)).length === 1 ? filterSentence(inner, known) : null
}

/** The whole rule as one sentence part: "Gezinnen en 0 tot en met 20 · Invloed". Of groups, codes and themes of one list one is enough: they are joined by "of". */
export function filterSentence(filter: StoryFilter, known: Known): string {
  const { say } = known
  const lists = ['groups', 'waves', 'codes', 'themes'] as const
  const conditions = conditionsOf(filter, known)
  const parts = [
    ...lists.flatMap(name => { const own = conditions.filter(({ id }) => id.replace(/\d+$/, '') === name); return own.length > 0 ? [listed(own.map(({ words }) => words), say('rule.or'))] : [] }),
    ...conditions.filter(({ id }) => !lists.includes(id.replace(/\d+$/, '') as typeof lists[number])).map(({ words }) => words)
  ]
  return parts.length === 0 ? say('rule.all') : listed(parts, say('rule.and'))
}

const listed = (parts: readonly string[], word: string): string => (parts.length > 1 ? parts.map(part => (part.includes(' of ') || part.includes(' or ') ? `(${part})` : part)) : parts).join(` ${word} `)

function ruleWords(rule: AnswerRule, known: Known): string {
  const { say } = known
  const signifier = known.signifiers.find(({ id }) => id === rule.signifier)
  return say('rule', { question: signifier?.title ?? '…', answer: answerWords(rule, signifier, known) })
}

/** The answer alone, without its question. */
export function answerWords(rule: AnswerRule, signifier: Signifier | undefined, { say, format }: Known): string {
  switch (rule.is) {
    case 'options': return listed(rule.options.map(id => nameOf(signifier?.options, id)), say('rule.or'))
    case 'range': return rangeWords(rule, signifier, say, format)
    case 'zone': return listed(TRIAD_ZONES.filter(zone => rule.zones.includes(zone)).map(zone => {
      const [top = '', left = '', right = ''] = signifier?.anchors ?? []
      return say(`zone.${zone}`, { top, left, right })
    }), say('rule.or'))
    case 'field': return say('rule.field', { stone: nameOf(signifier?.stones, rule.stone), field: fieldWords(rule, signifier, say, format) })
    case 'lasso': return say(rule.stone === null ? 'rule.lasso' : 'rule.lassoStone', { stone: rule.stone === null ? '' : nameOf(signifier?.stones, rule.stone) })
    case 'text': return rule.words ? say('rule.textWords', { words: rule.words }) : say('rule.text')
    case 'none': return rule.stone ? say('rule.noneStone', { stone: nameOf(signifier?.stones, rule.stone) }) : say('rule.none')
    default: return say(`rule.${rule.is}`)
  }
}

function rangeWords({ part, from, to, before }: Extract<AnswerRule, { is: 'range' }>, signifier: Signifier | undefined, say: Say<'filter'>, format: Formats): string {
  const written = (value: number) => (signifier?.kind === 'date' ? format.date(value * 86_400_000) : format.number(value, Number.isInteger(value) ? 0 : 2))
  const values = { from: written(from ?? 0), to: written(to ?? 0) }
  if (from === null && to === null) return say('rule.answered')
  const range = to === null ? say('rule.from', values) : from === null ? say(before ? 'rule.under' : 'rule.upTo', values) : from === to ? values.from : say(before ? 'rule.before' : 'rule.range', values)
  const name = signifier ? partName(signifier, part) : null
  return name ? `${name} ${range}` : range
}

/** A quarter of the picture by the words at its ends, any other field by its numbers. */
function fieldWords({ x, y }: Extract<AnswerRule, { is: 'field' }>, signifier: Signifier | undefined, say: Say<'filter'>, format: Formats): string {
  const end = ({ from, to }: { from: number, to: number }, low: string | undefined, high: string | undefined) =>
    (from <= 0 && to >= 100 ? null : to === 50 && from <= 0 && low ? low : from === 50 && to >= 100 && high ? high : say('rule.before', { from: format.number(from), to: format.number(to) }))
  const [left, right, bottom, top] = signifier?.anchors ?? []
  const ends = [end(x, left, right), y && end(y, bottom, top)].filter(words => words !== null)
  return ends.length === 0 ? say('rule.placed') : ends.join(' · ')
}

/** The parts of an answer a range can be about, as the answers are numbered: the corners of a triad; null where there is one. */
export function partName(signifier: Signifier, part: number): string | null {
  return signifier.kind === 'triad' ? signifier.anchors[part] ?? null : null
}
