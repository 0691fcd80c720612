// Warnings and the make-up of a pack in words.
import type { Advice, Balance } from '../../shared/contract/pack.ts'
import type { Say } from '../i18n/say.ts'

type Dimension = Balance['dimensions'][number]
type SaySession = Say<'session'>

export const dimensionWords = ({ kind, name }: Dimension, say: SaySession): string => (kind === 'signifier' ? name : say(`by.${kind}`))

const KEYED = ['low', 'middle', 'high', 'short', 'medium', 'long'] as const

/** Categories without a name of their own go by their key. */
export function categoryWords({ kind }: Dimension, { key, name }: Dimension['categories'][number], say: SaySession): string {
  const known = KEYED.find(each => each === key)
  return known && (kind === 'length' || name === '') ? say(`category.${known}`) : name
}

export function warningWords(warning: Advice['warning'], { dimensions, stories }: Balance, say: SaySession): string {
  switch (warning.is) {
    case 'off': case 'absent': {
      const dimension = dimensions[warning.dimension]!
      const category = dimension.categories[warning.category]!
      const values = { what: categoryWords(dimension, category, say), of: dimensionWords(dimension, say), pack: category.pack, stories: dimension.pack, whole: category.whole, all: dimension.whole }
      return say(warning.is === 'absent' ? 'warn.absent' : category.pack / Math.max(1, dimension.pack) < category.whole / dimension.whole ? 'warn.under' : 'warn.over', values)
    }
    case 'noOutlier': return say('warn.noOutlier', { name: warning.name })
    case 'oneCoder': return say('warn.oneCoder', { name: warning.name })
    default: return say(`warn.${warning.is}`, { count: stories })
  }
}
