// What goes into the annex: gathered from the project as this coder may see it, in the words of the window's language.
import type { Act } from '../../shared/contract/history.ts'
import type { Memo } from '../../shared/contract/memo.ts'
import type { Theme } from '../../shared/contract/theme.ts'
import type { Id } from '../../shared/domain/ids.ts'
import { call } from '../api/call.ts'
import { actWords } from '../app/act-words.ts'
import { nameInAct } from '../app/undo.ts'
import { formatsOf } from '../i18n/format.ts'
import { language } from '../i18n/language.ts'
import { sayIn } from '../i18n/say.ts'
import { threadsOf } from '../memos/threads.ts'
import type { Annex, AnnexEntry } from './annex.ts'

export interface AnnexWish { people: boolean, themes: boolean, entries: boolean, memos: boolean, /** Memos on stories and codings: they may hold words of tellers. */ onStories: boolean, /** One's own private ones. */ mine: boolean, trail: boolean }

/** What people decided together; codings are work, and far too many. */
const DECIDED = ['code', 'theme', 'theme_part', 'project', 'coder', 'selection', 'story_group']
const LONGEST = 5000

/** Throws what the calls throw. */
export async function gatherAnnex(wish: AnnexWish, project: { title: string, question: string, phase: string | null }): Promise<Annex> {
  const say = sayIn('journal')
  const format = formatsOf(language())
  const coders = new Map((await call('coder.list', {})).filter(({ role }) => role !== 'consensus').map(coder => [coder.id, coder]))
  const whoOf = (coder: Id | null) => (coder === null ? say('annex.somebody') : coders.get(coder)?.name ?? say('annex.together'))
  const memos = (await call('memo.list', {})).filter(memo => wish.mine || !memo.private)
  const themes = await call('theme.list', {})
  const codes = new Map((await call('code.list', {})).map(({ id, name }) => [id, name]))
  const parts: Annex['parts'][number][] = []
  if (wish.people) {
    parts.push({ is: 'people', heading: say('annex.people'), people: [...coders.values()].filter(({ background, statement }) => background || statement).map(({ name, background, statement }) => ({ name, words: [background, statement].filter(Boolean) })) })
  }
  if (wish.themes) parts.push({ is: 'themes', heading: say('annex.themes'), themes: themes.map(theme => themeFace(theme, codes)) })
  const faces = (list: readonly Memo[], about: (memo: Memo) => string) => threadsOf(list).toReversed().map(({ first, answers }): AnnexEntry => ({ ...face(first, about), answers: answers.map(answer => face(answer, () => '')) }))
  const face = (memo: Memo, about: (memo: Memo) => string): AnnexEntry => ({ when: format.date(memo.at), who: whoOf(memo.coder), title: memo.title, body: memo.body, about: [about(memo), memo.private ? say('annex.private') : ''].filter(Boolean).join(' · '), answers: [] })
  if (wish.entries) parts.push({ is: 'entries', heading: say('title'), nothing: say('annex.nothing'), entries: faces(memos.filter(({ about }) => about === 'project'), () => '') })
  if (wish.memos) {
    const kept = memos.filter(({ about }) => about !== 'project' && (wish.onStories || (about !== 'story' && about !== 'coding')))
    parts.push({ is: 'entries', heading: say('annex.memos'), nothing: say('annex.nothing'), entries: faces(kept, memo => aboutWords(memo, codes, themes)) })
  }
  if (wish.trail) {
    const { acts, isCut } = await decisions()
    parts.push({ is: 'trail', heading: say('annex.trail'), lead: say(isCut ? 'annex.trail.cut' : 'annex.trail.lead'), head: [say('annex.when'), say('annex.who'), say('annex.what')], rows: acts.map(act => [format.date(act.at), whoOf(act.coder), actWords(act, sayIn('history'), format)] as const) })
  }
  return {
    language: language(), title: say('annex.title', { project: project.title }), parts,
    lead: [project.question, say('annex.made', { date: format.date(Date.now()) }), project.phase ? say('annex.phase', { phase: nameInAct('project.phased', project.phase) ?? project.phase }) : '', wish.mine ? '' : say('annex.without')].filter(Boolean)
  }
}

function themeFace(theme: Theme, codes: ReadonlyMap<Id, string>) {
  const say = sayIn('themes')
  const named = theme.parts.flatMap(part => (part.is === 'code' && part.side !== 'apart' ? [codes.get(part.code) ?? '…'] : []))
  const count = theme.parts.filter(({ is }) => is === 'coding').length
  return {
    name: theme.name, phase: say(`phase.${theme.phase}`), lies: [named.join(', '), count > 0 ? say('fragments', { count }) : ''].filter(Boolean).join(' · '),
    parts: (['concept', 'inside', 'outside', 'tensions', 'counter'] as const).map(key => ({ name: say(key), words: theme[key] }))
  }
}

function aboutWords(memo: Memo, codes: ReadonlyMap<Id, string>, themes: readonly Theme[]): string {
  const say = sayIn('journal')
  switch (memo.about) {
    case 'code': return say('about.code', { code: codes.get(memo.aboutId) ?? '…' })
    case 'theme': return say('about.theme', { theme: themes.find(({ id }) => id === memo.aboutId)?.name ?? '…' })
    case 'story': return say('about.story', { number: memo.number ?? '…' })
    case 'coding': return memo.number === null ? say('about.codingGone') : say('about.coding', { number: memo.number })
    case 'signifier': return say('annex.question')
    case 'coder': return say('annex.coder')
    case 'project': return ''
  }
}

/** Oldest first. */
async function decisions(): Promise<{ acts: Act[], isCut: boolean }> {
  const acts: Act[] = []
  for (let before: number | null | undefined; before !== null;) {
    const page = await call('history.timeline', { nouns: DECIDED, limit: 1000, ...(before === undefined ? {} : { before }) })
    acts.push(...page.acts)
    before = page.next
    if (acts.length >= LONGEST) return { acts: acts.slice(0, LONGEST).toReversed(), isCut: before !== null }
  }
  return { acts: acts.toReversed(), isCut: false }
}
