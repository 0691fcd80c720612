// Cards on the board: what a part is called, what it looks like to the lists that exchange them, and where it would go.
import type { Code } from '../../shared/contract/code.ts'
import type { Target, Theme, ThemePart } from '../../shared/contract/theme.ts'
import type { Id } from '../../shared/domain/ids.ts'
import type { Say } from '../i18n/say.ts'

/** The list of codes that lie with no theme. */
export const TRAY = 'tray'

export type CardId = `${'code' | 'coding' | 'memo' | 'story'}:${Id}`

/** The same card wherever it lies: named by the thing, not by the part. */
export function cardOf(part: ThemePart): CardId {
  switch (part.is) {
    case 'code': return `code:${part.code}`
    case 'coding': return `coding:${part.coding}`
    case 'memo': return `memo:${part.memo}`
    case 'story': return `story:${part.story}`
  }
}

export function targetOf(card: string): Target {
  const [kind, id] = card.split(':') as ['code' | 'coding' | 'memo' | 'story', Id]
  return { [kind]: id } as Target
}

export const partAt = (theme: Theme, card: string): ThemePart | undefined => theme.parts.find(part => cardOf(part) === card)

/** In words, for lists read aloud. */
export function nameOfPart(part: ThemePart, codes: ReadonlyMap<Id, Code>, say: Say<'themes'>): string {
  switch (part.is) {
    case 'code': return codes.get(part.code)?.name ?? '…'
    case 'coding': return say('part.fragment', { number: part.number, quote: part.quote.slice(0, 80) })
    case 'memo': return say('part.memo', { words: part.opening.slice(0, 80) })
    case 'story': return say('part.story', { number: part.number })
  }
}

/** Codes in use that lie with no theme, in the order of the codebook. */
export function looseCodes(codes: readonly Code[], themes: readonly Theme[]): Code[] {
  const laid = new Set(themes.flatMap(({ parts }) => parts.flatMap(part => (part.is === 'code' ? [part.code] : []))))
  return codes.filter(({ id, retired }) => !retired && !laid.has(id))
}

/** One step further or back among the cards of a theme: the part it then goes before, null for last; undefined where it can't go. */
export function stepBefore(theme: Theme, card: string, way: 'up' | 'down'): Id | null | undefined {
  const at = theme.parts.findIndex(part => cardOf(part) === card)
  if (at < 0 || (way === 'up' ? at === 0 : at === theme.parts.length - 1)) return undefined
  return theme.parts[way === 'up' ? at - 1 : at + 2]?.id ?? null
}

/** Codes in use below a code, however deep, that do not lie with the theme yet. */
export function codesBelow(code: Id, codes: readonly Code[], theme: Theme): Id[] {
  const laid = new Set(theme.parts.flatMap(part => (part.is === 'code' ? [part.code] : [])))
  const below = (parent: Id): Code[] => codes.filter(one => one.parent === parent).flatMap(one => [one, ...below(one.id)])
  return below(code).filter(({ id, retired }) => !retired && !laid.has(id)).map(({ id }) => id)
}
