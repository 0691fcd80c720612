// Everything one can do with a story by key, for the palette, the cheat sheet and the keys themselves.
import type { Code } from '../../shared/contract/code.ts'
import type { Coding } from '../../shared/contract/coding.ts'
import { useActions, type Action } from '../app/actions.ts'
import type { Step } from '../app/story-steps.ts'
import { useSay } from '../i18n/say.ts'
import type { End } from './use-nudge.ts'

export interface WorkActs {
  /** Else only reading is offered. */
  mayCode: boolean
  hasSelection: boolean
  /** Null: no coding is chosen; mine: one of one's own. */
  chosen: 'mine' | 'theirs' | null
  isDone: boolean
  numbered: readonly (Code | null)[]
  last: Code | undefined
  pick: () => void
  inVivo: () => void
  memo: () => void
  /** Passages like the selected words; null where the project has suggestions switched off. */
  alike: (() => void) | null
  apply: (code: Code) => void
  walk: (way: 1 | -1) => void
  nudge: (end: End, way: 1 | -1, by: 'word' | 'grapheme') => void
  flag: (flag: Coding['flag']) => void
  remove: () => void
  leave: () => void
  done: () => void
  find: () => void
  step: (step: Step) => void
  focusText: () => void
}

/** In the text itself Enter means: code this. On a button it presses the button. */
const isInText = (): boolean => document.activeElement?.classList.contains('reader-text') ?? false

export function useWorkActions(acts: WorkActs): void {
  const say = useSay('coding')
  const [coding, moving, story] = [say('part.coding'), say('part.chosen'), say('part.story')]
  const selected = () => acts.mayCode && acts.hasSelection
  const own = () => acts.mayCode && acts.chosen === 'mine'
  const canPick = () => selected() || own()
  const nudges = ([['end', 1, 'word', 'Alt+ArrowRight'], ['end', -1, 'word', 'Alt+ArrowLeft'], ['end', 1, 'grapheme', 'Shift+Alt+ArrowRight'], ['end', -1, 'grapheme', 'Shift+Alt+ArrowLeft'],
    ['start', 1, 'word', 'Mod+Alt+ArrowRight'], ['start', -1, 'word', 'Mod+Alt+ArrowLeft']] as const)
    .map(([end, way, by, keys]): Action => ({
      id: `coding.${end}.${by}.${way}`, part: moving, name: say(`act.nudge.${end}.${way === 1 ? 'on' : 'back'}.${by}`), keys: [keys], when: own, unlisted: true, run: () => acts.nudge(end, way, by)
    }))
  const numbers = acts.numbered.flatMap((code, at): Action[] => (code
    ? [{ id: `coding.number.${at + 1}`, part: coding, name: say('act.number', { code: code.name }), keys: [String(at + 1)], when: selected, unlisted: true, run: () => acts.apply(code) }]
    : []))
  const coded: Action[] = [
    { id: 'coding.pick', part: coding, name: say(acts.hasSelection ? 'act.pick' : own() ? 'card.recode' : 'act.pickFirst'), keys: ['c'], when: canPick, taught: true, run: acts.pick },
    { id: 'coding.pickEnter', part: coding, name: say('act.pick'), keys: ['Enter'], when: () => canPick() && isInText(), unlisted: true, run: acts.pick },
    { id: 'coding.inVivo', part: coding, name: say('act.inVivo'), keys: ['v'], when: selected, taught: true, run: acts.inVivo },
    { id: 'coding.repeat', part: coding, name: acts.last ? say('act.repeat', { code: acts.last.name }) : say('act.repeatNone'), keys: ['.'], when: () => selected() && acts.last !== undefined, run: () => { if (acts.last) acts.apply(acts.last) } },
    ...numbers,
    { id: 'memo.write', part: coding, name: say('act.memo'), keys: ['m'], run: acts.memo },
    { id: 'coding.alike', part: coding, name: say('act.alike'), keys: ['h'], when: () => acts.hasSelection && acts.alike !== null, run: () => acts.alike?.() }
  ]
  useActions([
    ...(acts.mayCode ? coded : []),
    { id: 'coding.next', part: moving, name: say('act.nextCoding'), keys: [']'], run: () => acts.walk(1) },
    { id: 'coding.previous', part: moving, name: say('act.previousCoding'), keys: ['['], run: () => acts.walk(-1) },
    ...nudges,
    { id: 'coding.literal', part: moving, name: say('act.flag', { flag: say('flag.literal') }), keys: ['l'], when: own, run: () => acts.flag('literal') },
    { id: 'coding.underlying', part: moving, name: say('act.flag', { flag: say('flag.underlying') }), keys: ['o'], when: own, run: () => acts.flag('underlying') },
    { id: 'coding.remove', part: moving, name: say('act.remove'), keys: ['Delete', 'Backspace'], when: own, run: acts.remove },
    { id: 'coding.leave', part: moving, name: say('card.close'), keys: ['Escape'], when: () => acts.chosen !== null, unlisted: true, run: acts.leave },
    { id: 'story.done', part: story, name: say(acts.isDone ? 'act.undone' : 'story.done'), keys: ['d'], when: () => acts.mayCode, run: acts.done },
    { id: 'story.next', part: story, name: say('story.next'), keys: ['n'], run: () => acts.step('next') },
    { id: 'story.previous', part: story, name: say('story.previous'), keys: ['Shift+N', 'p'], run: () => acts.step('previous') },
    { id: 'story.uncoded', part: story, name: say('act.uncoded'), keys: ['u'], run: () => acts.step('uncoded') },
    { id: 'story.find', part: story, name: say('find'), keys: ['Mod+F'], inFields: true, run: acts.find },
    { id: 'story.text', part: story, name: say('act.text'), keys: ['t'], run: acts.focusText }
  ])
}
