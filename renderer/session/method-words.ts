// How a pack was put together, in a sentence that stands on the pack itself: where its stories came from, how they were drawn, by what seed.
import type { Pack } from '../../shared/contract/pack.ts'
import { useRead } from '../api/hooks.ts'
import { filterSentence, useKnown } from '../filter/rule-words.ts'
import { useSay } from '../i18n/say.ts'

export function useMethodWords(): (pack: Pick<Pack, 'source' | 'method' | 'cards'>) => string {
  const say = useSay('session')
  const known = useKnown()
  const themes = useRead('theme.list', {}).data
  return ({ source, method, cards }) => {
    if (!source || !method) return say('method.newer')
    const names = (ids: readonly string[]) => ids.map(id => known.codes.find(code => code.id === id)?.name ?? '…').join(', ')
    const questions = method.measures.map(id => known.signifiers.find(each => each.id === id)?.title ?? '…').join(' + ')
    const by = method.by?.is === 'signifier' ? known.signifiers.find(each => method.by?.is === 'signifier' && each.id === method.by.signifier)?.title ?? '…' : method.by ? say(`by.${method.by.is}`) : ''
    const theme = themes?.find(({ id }) => id === source.theme)?.name
    const from = [
      say(source.form === 'fragment' ? 'from.fragments' : 'from.stories'), ...(theme ? [say('from.theme', { name: theme })] : source.codes.length > 0 ? [say('from.codes', { names: names(source.codes) })] : source.theme && themes ? [say('from.theme.gone')] : []),
      ...(Object.keys(source.filter).length > 0 ? [say('from.filter', { rule: filterSentence(source.filter, known) })] : source.theme || source.codes.length > 0 ? [] : [say('from.all')])
    ].join(' ')
    const sentence = `${from}. ${say(`method.${method.is}.says`, { count: cards, by, questions })}${method.is === 'hand' ? '' : ` ${say('method.seed', { seed: method.seed })}`}`
    return sentence.replace(/([?!])\./g, '$1') // a question's own mark ends its sentence
  }
}
