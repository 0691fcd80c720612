// What the palette offers for the words typed so far: actions of here and now, codes, stories by number or word, and memos.
import { useMemo, type ReactNode } from 'react'
import Fuse from 'fuse.js'
import { TextSearch } from 'lucide-react'
import type { Snippet } from '../../shared/contract/search.ts'
import type { Id } from '../../shared/domain/ids.ts'
import { isOwnName } from '../../shared/importing/content-hash.ts'
import { plainMemo } from '../../shared/text/memo-text.ts'
import { useRead } from '../api/hooks.ts'
import { useSay, type Say } from '../i18n/say.ts'
import { CodeSwatch } from '../ui/code-swatch.tsx'
import { canRun, runAction, useAllActions } from './actions.ts'
import { places } from './places.tsx'
import { formatRoute, go, memoRoute, storyRoute } from './route.ts'

export interface PaletteRow { id: string, name: string, more?: string, mark?: ReactNode, keys?: string, run: () => void }
export interface PalettePart { id: string, name: string, rows: PaletteRow[] }

const SHOWN = 6
const FUZZY = { threshold: 0.35, ignoreLocation: true, ignoreDiacritics: true }

export function usePaletteParts(words: string): PalettePart[] {
  const say = useSay('frame')
  const wanted = words.trim()
  const acts = useActionRows(wanted)
  const codes = useCodeRows(wanted)
  const themes = useThemeRows(wanted)
  const stories = useStoryRows(wanted)
  const memos = useMemoRows(wanted)
  return [
    { id: 'do', name: say('palette.do'), rows: acts },
    { id: 'codes', name: say('palette.codes'), rows: codes },
    { id: 'themes', name: say('palette.themes'), rows: themes },
    { id: 'stories', name: say('palette.stories'), rows: stories.length > 0 ? [...stories, ...searchRow(wanted, say)] : [] },
    { id: 'memos', name: say('palette.memos'), rows: memos }
  ].filter(part => part.rows.length > 0)
}

function useActionRows(wanted: string): PaletteRow[] {
  const all = useAllActions()
  return useMemo(() => {
    const offered = [...new Map(all.filter(action => !action.unlisted && canRun(action)).map(action => [action.id, action])).values()]
    const found = wanted === '' ? offered : new Fuse(offered, { ...FUZZY, keys: ['name', 'also'] }).search(wanted).map(({ item }) => item)
    return found.map(({ id, name, keys }) => ({ id, name, keys: keys?.[0], run: () => void runAction(id) }))
  }, [all, wanted])
}

function useCodeRows(wanted: string): PaletteRow[] {
  const isThere = places.some(place => place.id === 'codes')
  const codes = useRead('code.list', {}, { when: isThere && wanted !== '' }).data
  return useMemo(() => {
    if (!codes || wanted === '') return []
    return new Fuse(codes.filter(code => !code.retired), { ...FUZZY, keys: ['name'] }).search(wanted, { limit: SHOWN }).map(({ item }) => ({
      id: item.id, name: item.name, more: item.definition || undefined, mark: <CodeSwatch colour={item.colour} />,
      run: () => go(formatRoute({ place: 'codes', rest: [item.id] }))
    }))
  }, [codes, wanted])
}

function useThemeRows(wanted: string): PaletteRow[] {
  const themes = useRead('theme.list', {}, { when: wanted !== '' }).data
  return useMemo(() => {
    if (!themes || wanted === '') return []
    return new Fuse(themes, { ...FUZZY, keys: ['name', 'concept'] }).search(wanted, { limit: SHOWN }).map(({ item }) => ({
      id: item.id, name: item.name, more: item.concept || undefined, mark: <CodeSwatch colour={item.colour} />, run: () => go(formatRoute({ place: 'themas', rest: [item.id] }))
    }))
  }, [themes, wanted])
}

function useStoryRows(wanted: string): PaletteRow[] {
  const say = useSay('frame')
  const isThere = places.some(place => place.id === 'lezen')
  const asks = isThere && (wanted.length > 1 || /^\d$/.test(wanted))
  const found = useRead('search.find', { words: wanted.slice(0, 200), limit: SHOWN }, { when: asks, keepFormer: true }).data
  // Also while the words are still being put in an index, and for letters in the middle of a word.
  const stories = useRead('story.list', { filter: { search: wanted.slice(0, 200) }, limit: SHOWN }, { when: asks && found?.stories.length === 0, keepFormer: true }).data
  if (!asks || !found) return []
  const called = found.called.map(({ story, number, sourceId, opening }) => ({
    id: story, name: [say('palette.story', { number }), isOwnName(sourceId) ? sourceId : ''].filter(Boolean).join(' · '), more: opening, run: () => go(storyRoute(story))
  }))
  const others = found.stories.length > 0
    ? found.stories.map(({ story, number, snippets }) => ({ id: story, name: say('palette.story', { number }), ...hitOf(story, snippets) }))
    : (stories?.rows ?? []).map(story => ({ id: story.id, name: say('palette.story', { number: story.number }), more: story.opening, run: () => go(storyRoute(story.id)) }))
  return [...called, ...others.filter(({ id }) => !called.some(row => row.id === id))].slice(0, SHOWN)
}

/** The longest word that was found says most; it stands in sight on a line that is cut at its end. */
const AHEAD = 24
function hitOf(story: Id, snippets: readonly Snippet[]): Pick<PaletteRow, 'more' | 'run'> {
  const hits = snippets.flatMap(snippet => snippet.marks.map(([start, end]) => ({ snippet, start, length: end - start })))
  const [best] = hits.toSorted((one, other) => other.length - one.length)
  if (!best) return { run: () => go(storyRoute(story)) }
  const { snippet: { words }, start } = best
  const from = start <= AHEAD ? 0 : words.indexOf(' ', start - AHEAD) + 1
  return { more: `${from > 0 ? '…' : ''}${words.slice(Math.min(from, start))}`, run: () => go(storyRoute(story, best.snippet)) }
}

/** On to the page where every place stands. */
function searchRow(wanted: string, say: Say<'frame'>): PaletteRow[] {
  if (wanted.length < 2) return []
  return [{ id: 'search.all', name: say('palette.search', { words: wanted }), mark: <TextSearch aria-hidden />, run: () => go(formatRoute({ place: 'zoeken', query: { w: wanted } })) }]
}

function useMemoRows(wanted: string): PaletteRow[] {
  const memos = useRead('memo.list', {}, { when: wanted.length > 1 }).data
  return useMemo(() => {
    if (!memos || wanted.length < 2) return []
    const told = memos.map(memo => ({ ...memo, body: plainMemo(memo.body) }))
    return new Fuse(told, { ...FUZZY, keys: ['title', 'body'] }).search(wanted, { limit: SHOWN }).flatMap(({ item }) => {
      const address = memoRoute(item)
      const [first = '', ...rest] = (item.title || item.body).trim().split('\n')
      return address ? [{ id: item.id, name: first.slice(0, 80), more: (item.title ? item.body : rest.join(' ')).slice(0, 80) || undefined, run: () => go(address) }] : []
    })
  }, [memos, wanted])
}
