// Fetches what a material shows and gives the function that puts it in a document; null while something is still on its way.
import { useCallback, useMemo, useState } from 'react'
import type { Card, Pack } from '../../../shared/contract/pack.ts'
import { useRead } from '../../api/hooks.ts'
import { useFormats } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.ts'
import { useSay, type Say } from '../../i18n/say.ts'
import { useMethodWords } from '../method-words.ts'
import { layCards } from './card-sheets.ts'
import { FEWEST, firstCards, layFigure, spotOf } from './figure-page.ts'
import { hasFigure, isWorded } from './material-kinds.ts'
import { layHarvest, layLead, layPoster, layQuotes, layReader, layTalkPicture, layTheme, layTriad, layWords, type MaterialContext } from './materials.ts'
import type { PrintChoice } from './print-page.tsx'

/** Each table its own pile, so that what lies on every table comes out as often; then what lies on none. */
function pilesOf(cards: readonly Card[], table: number, tables: number): { table: number | null, cards: readonly Card[] }[] {
  if (tables === 1) return [{ table: null, cards }]
  const piles = (table === 0 ? Array.from({ length: tables }, (_, at) => at + 1) : [table]).map(each => ({ table: each, cards: cards.filter(card => card.tables.includes(each)) }))
  return [...piles, { table: null, cards: cards.filter(card => card.tables.length === 0) }].filter(pile => pile.cards.length > 0)
}

interface MaterialDrawn {
  /** Null while something is still on its way. Gives the numbers of cards that go on over another. */
  draw: ((doc: Document) => number[]) | null
  wants: string[]
  /** For the figure page: cards that can be tied to the figure, and those that are. */
  able: readonly Card[]
  chosen: readonly Card[]
}

const NONE: Card[] = []

export function useMaterial({ pack, cards, choice }: { pack: Pack, cards: readonly Card[], choice: PrintChoice }): MaterialDrawn {
  const say = useSay('print')
  const language = useLanguage()
  const format = useFormats()
  const method = useMethodWords()(pack)
  const signifiers = useRead('signifier.list', {}).data
  const { material, byGroup, table } = choice
  const mode = pack.look.hideSmall ? 'sharing' : 'analysis'
  const signifier = signifiers?.find(({ id }) => id === choice.signifier) ?? null
  const wantsFigure = hasFigure(material) && signifier !== null
  const pattern = useRead('pattern.paper', { signifier: signifier?.id ?? '', split: byGroup && material === 'triad' ? { is: 'group' } : null, mode }, { when: wantsFigure }).data ?? null
  const themes = useRead('theme.list', {}, { when: material === 'theme' }).data
  const theme = themes?.find(({ id }) => id === choice.theme)
  const evidence = useRead('theme.paper', { theme: choice.theme ?? '', mode }, { when: material === 'theme' && theme !== undefined }).data
  const fragments = useRead('theme.fragments', { theme: choice.theme ?? '' }, { when: material === 'theme' && theme !== undefined }).data
  const isReady = signifiers !== undefined && (!wantsFigure || pattern !== null) && (material !== 'theme' || !theme || (evidence !== undefined && fragments !== undefined))
  const { figure } = pack.look
  const able = useMemo(() => (material === 'figure' && signifier && pattern ? cards.filter(card => spotOf(card, signifier, pattern)) : NONE), [material, cards, signifier, pattern])
  const chosen = useMemo(() => (!signifier || !pattern ? NONE : figure?.signifier === signifier.id ? figure.cards.flatMap(id => able.find(card => card.id === id) ?? []) : firstCards(able, signifier, pattern)), [figure, able, signifier, pattern])
  const [day] = useState(() => format.date(Date.now()))
  const draw = useCallback((doc: Document): number[] => {
    const some = table === 0 ? cards : cards.filter(({ tables }) => tables.length === 0 || tables.includes(table))
    if (material === 'cards') return [...new Set(pilesOf(cards, table, pack.tables).flatMap(pile => layCards({ doc, pack, signifiers: signifiers ?? [], say, day, language, table: pile.table }, pile.cards).long))]
    const context: MaterialContext = {
      doc, say, language, pack, cards: some, foot: say('foot', { pack: pack.number, day }), method, signifier, pattern,
      words: isWorded(material) ? pack.look.words[material] ?? say(`first.${material}`) : '', theme: theme && evidence && fragments ? { theme, evidence, fragments: fragments.rows } : null
    }
    const tables = table === 0 ? Array.from({ length: pack.tables }, (_, at) => at + 1) : [table]
    switch (material) {
      case 'reader': tables.forEach(each => layReader({ ...context, cards }, each)); break
      case 'quotes': layQuotes(context); break
      case 'figure': layFigure(context, chosen); break
      case 'poster': layPoster(context); break
      case 'triad': layTriad(context); break
      case 'talkPicture': layTalkPicture(context); break
      case 'theme': layTheme({ ...context, cards }); break
      case 'runSheet': case 'feedback': layWords(context, say(`material.${material}`)); break
      case 'harvest': tables.forEach(each => layHarvest(context, each)); break
      case 'lead': layLead(context); break
    }
    return []
  }, [material, table, cards, pack, signifiers, say, day, language, method, signifier, pattern, theme, evidence, fragments, chosen])
  return { draw: isReady ? draw : null, wants: wantsOf(choice, cards, chosen, signifier !== null, theme !== undefined, mode === 'analysis', say), able, chosen }
}

/** What whoever prints should know first, a sentence each. */
function wantsOf({ material }: PrintChoice, cards: readonly Card[], chosen: readonly Card[], hasQuestion: boolean, hasTheme: boolean, tellsSmall: boolean, say: Say<'print'>): string[] {
  const quoted = material === 'quotes' ? cards : material === 'figure' ? chosen : []
  const twice = chosen.filter((card, at) => chosen.some((other, before) => before < at && other.story === card.story))
  return [
    ...(material !== 'talkPicture' && hasFigure(material) && !hasQuestion ? [say('wants.question')] : []), ...(material === 'theme' && !hasTheme ? [say('wants.theme')] : []),
    ...(material === 'lead' ? [say('wants.secret')] : []), ...(tellsSmall && (hasFigure(material) || material === 'theme') ? [say('wants.small')] : []),
    ...(material === 'figure' && hasQuestion && chosen.length < FEWEST ? [say('wants.quotes', { count: chosen.length })] : []),
    ...(quoted.length > 0 && !quoted.some(({ side }) => side === 'contrary') ? [say(material === 'figure' ? 'wants.contrary.figure' : 'wants.contrary')] : []),
    ...(material === 'figure' && twice.length > 0 ? [say('wants.sameStory', { numbers: twice.map(({ number }) => number).join(', ') })] : []),
    ...quoted.filter(({ used }) => used.length > 0).slice(0, 4).map(({ number, used }) => say('wants.used', { number, names: used.map(({ name }) => name).join(', ') }))
  ]
}
