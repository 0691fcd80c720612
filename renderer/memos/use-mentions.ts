// What one may link to from a memo: codes and themes by name, stories by number or word, fragments by the number of their story (with a
// word: those that hold it) or by a word of theirs.
import { useMemo } from 'react'
import Fuse from 'fuse.js'
import type { Mention } from '../../shared/text/memo-text.ts'
import { folded } from '../../shared/text/folded.ts'
import { useRead } from '../api/hooks.ts'
import { formatRoute, storyRoute } from '../app/route.ts'
import { useSay } from '../i18n/say.ts'

export interface Offer { mention: Mention, /** Of what sort it is, in words. */ sort: string, more?: string, colour?: number }

const FUZZY = { threshold: 0.35, ignoreLocation: true, ignoreDiacritics: true, keys: ['mention.name'] }
const [SHOWN, PASSAGES] = [8, 6]

/** `query`: what was typed behind the sign; null while nobody asks. */
export function useMentions(query: string | null): Offer[] {
  const say = useSay('memos')
  const wanted = query?.trim() ?? ''
  const when = query !== null
  const codes = useRead('code.list', {}, { when }).data
  const themes = useRead('theme.list', {}, { when }).data
  const byNumber = /^(\d+)(?:\s+(.*))?$/.exec(wanted)
  const isNumber = byNumber !== null
  const words = folded(isNumber ? byNumber[2] ?? '' : wanted)
  const stories = useRead('story.list', { filter: { search: (byNumber?.[1] ?? wanted).slice(0, 200) }, limit: 4 }, { when: when && (isNumber || wanted.length > 2), keepFormer: true }).data?.rows
  const story = wanted === '' ? undefined : isNumber ? stories?.find(({ number }) => number === Number(byNumber[1])) : stories?.[0]
  const fragments = useRead('coding.list', { story: story?.id, limit: 100 }, { when: story !== undefined }).data?.rows
  return useMemo(() => {
    if (!when) return []
    const named: Offer[] = [
      ...(themes ?? []).map(({ id, name, colour }): Offer => ({ mention: { is: 'mention', kind: 'theme', story: null, id, name }, sort: say('mention.theme'), colour })),
      ...(codes ?? []).filter(({ retired }) => !retired).map(({ id, name, colour }): Offer => ({ mention: { is: 'mention', kind: 'code', story: null, id, name }, sort: say('mention.code'), colour }))
    ]
    const found = wanted === '' ? named : new Fuse(named, FUZZY).search(wanted).map(({ item }) => item)
    const told = wanted === '' ? [] : (stories ?? []).map(({ id, number, opening }): Offer =>
      ({ mention: { is: 'mention', kind: 'story', story: null, id, name: say('mention.name.story', { number }) }, sort: say('mention.story'), more: opening }))
    const nameOf = (code: string) => codes?.find(({ id }) => id === code)?.name ?? '…'
    // Its words are shown to choose by and do not go along: they may be withdrawn.
    const passages = story === undefined ? [] : (fragments ?? []).filter(({ quote, code }) => folded(`${quote} ${nameOf(code)}`).includes(words)).slice(0, PASSAGES).map(({ id, number, code, quote }): Offer =>
      ({ mention: { is: 'mention', kind: 'coding', story: story.id, id, name: say('mention.name.coding', { number, code: nameOf(code) }) }, sort: say('mention.coding'), more: quote }))
    return (isNumber ? [...told.slice(0, words === '' ? told.length : 1), ...passages, ...found] : [...found.slice(0, SHOWN - Math.min(5, told.length + passages.length)), ...told.slice(0, 3), ...passages]).slice(0, SHOWN)
  }, [when, wanted, words, isNumber, codes, themes, stories, story, fragments, say])
}

/** Where a link leads. */
export function mentionRoute({ kind, id, story }: Mention): string {
  switch (kind) {
    case 'story': return storyRoute(id)
    case 'coding': return formatRoute({ place: 'lezen', rest: story ? [story] : [], query: { bij: id } })
    case 'code': return formatRoute({ place: 'codes', rest: [id] })
    case 'theme': return formatRoute({ place: 'themas', rest: [id] })
  }
}
