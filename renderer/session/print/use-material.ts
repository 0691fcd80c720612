// Fetches what a material shows and gives the function that puts it in a document; null while something is still on its way.
import { useCallback, useState } from 'react'
import type { Card, Pack } from '../../../shared/contract/pack.ts'
import { useRead } from '../../api/hooks.ts'
import type { TextKey } from '../../i18n/catalogue.ts'
import { useFormats } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.ts'
import { useSay } from '../../i18n/say.ts'
import { useMethodWords } from '../method-words.ts'
import { layCards } from './card-sheets.ts'
import { hasFigure, isWorded } from './material-kinds.ts'
import { layHarvest, layLead, layPoster, layQuotes, layReader, layTalkPicture, layTheme, layTriad, layWords, type MaterialContext } from './materials.ts'
import type { PrintChoice } from './print-page.tsx'

/** Each table its own pile, so that what lies on every table comes out as often; then what lies on none. */
function pilesOf(cards: readonly Card[], table: number, tables: number): { table: number | null, cards: readonly Card[] }[] {
  if (tables === 1) return [{ table: null, cards }]
  const piles = (table === 0 ? Array.from({ length: tables }, (_, at) => at + 1) : [table]).map(each => ({ table: each, cards: cards.filter(card => card.tables.includes(each)) }))
  return [...piles, { table: null, cards: cards.filter(card => card.tables.length === 0) }].filter(pile => pile.cards.length > 0)
}

export function useMaterial({ pack, cards, choice }: { pack: Pack, cards: readonly Card[], choice: PrintChoice }): { draw: ((doc: Document) => number[]) | null, wants: TextKey<'print'> | null } {
  const say = useSay('print')
  const language = useLanguage()
  const format = useFormats()
  const method = useMethodWords()(pack)
  const signifiers = useRead('signifier.list', {}).data
  const { material, byGroup, table } = choice
  const signifier = signifiers?.find(({ id }) => id === choice.signifier) ?? null
  const wantsFigure = hasFigure(material) && signifier !== null
  const pattern = useRead('pattern.chart', { signifier: signifier?.id ?? '', split: byGroup && material === 'triad' ? { is: 'group' } : null }, { when: wantsFigure }).data ?? null
  const themes = useRead('theme.list', {}, { when: material === 'theme' }).data
  const theme = themes?.find(({ id }) => id === choice.theme)
  const evidence = useRead('theme.evidence', { theme: choice.theme ?? '' }, { when: material === 'theme' && theme !== undefined }).data
  const fragments = useRead('theme.fragments', { theme: choice.theme ?? '' }, { when: material === 'theme' && theme !== undefined }).data
  const isReady = signifiers !== undefined && (!wantsFigure || pattern !== null) && (material !== 'theme' || !theme || (evidence !== undefined && fragments !== undefined))
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
      case 'poster': layPoster(context); break
      case 'triad': layTriad(context); break
      case 'talkPicture': layTalkPicture(context); break
      case 'theme': layTheme(context); break
      case 'runSheet': case 'feedback': layWords(context, say(`material.${material}`)); break
      case 'harvest': tables.forEach(each => layHarvest(context, each)); break
      case 'lead': layLead(context); break
    }
    return []
  }, [material, table, cards, pack, signifiers, say, day, language, method, signifier, pattern, theme, evidence, fragments])
  const wants: TextKey<'print'> | null = (material === 'poster' || material === 'triad') && !signifier ? 'wants.question' : material === 'theme' && !theme ? 'wants.theme'
    : material === 'quotes' && !cards.some(({ side }) => side === 'contrary') ? 'wants.contrary' : material === 'lead' ? 'wants.secret' : hasFigure(material) && signifier ? 'wants.small' : null
  return { draw: isReady ? draw : null, wants }
}
