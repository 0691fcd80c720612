// Fragments of this story that ask for a look after a correction, and what the coder decides about them.
import type { CodingToLook } from '../../shared/contract/text.ts'
import type { Story, Text } from '../../shared/contract/story.ts'
import type { Id } from '../../shared/domain/ids.ts'
import { call } from '../api/call.ts'
import { useRead } from '../api/hooks.ts'
import { useActions } from '../app/actions.ts'
import { formatRoute, go } from '../app/route.ts'
import { useSay } from '../i18n/say.ts'
import { sayInPassing } from '../ui/toast.tsx'
import type { CodingWork } from './use-coding-work.ts'
import { fragmentAt, fragmentOf, type Selected } from './use-readers.ts'

export interface Looks {
  rows: readonly CodingToLook[]
  stands: (row: CodingToLook) => void
  placeHere: (row: CodingToLook) => void
  letGo: (row: CodingToLook) => void
}

const NONE: readonly CodingToLook[] = []

export interface LooksOf { story: Story, me: Id, work: CodingWork, textOf: (id: Id) => Text | undefined, selected: Selected | null, active: Id | null, mayCode: boolean, onCorrect: () => void, onVersions: () => void }

export function useLooks({ story, me, work, textOf, selected, active, mayCode, onCorrect, onVersions }: LooksOf): Looks {
  const say = useSay('correcting')
  const hasLooks = story.codings.some(({ fit }) => fit === 'look')
  const rows = useRead('coding.toLook', { story: story.id }, { when: hasLooks }).data
  const mine = hasLooks ? (rows ?? NONE).filter(row => row.coder === me) : NONE
  const looks: Looks = {
    rows: hasLooks ? rows ?? NONE : NONE,
    // Put once more where it stands, it is a coding on these words like any other.
    stands: row => { const text = textOf(row.text); if (text && row.start < row.end) work.move(row.id, fragmentAt(text, row)) },
    placeHere: row => { if (selected?.text.id === row.text) work.move(row.id, fragmentOf(selected)) },
    letGo: row => work.remove([row.id])
  }
  const chosen = mine.find(row => row.id === active)
  useActions([
    { id: 'text.correct', part: say('part'), name: say('act.correct'), keys: ['Shift+E'], when: () => mayCode, run: onCorrect },
    { id: 'text.versions', part: say('part'), name: say('act.versions'), run: onVersions },
    { id: 'coding.toLook', part: say('part'), name: say('act.toLook'), run: () => void goToLook(story.id, say('act.toLookNone')) },
    { id: 'coding.stands', part: say('part'), name: say('act.stands'), keys: ['g'], when: () => chosen !== undefined && chosen.start < chosen.end, run: () => { if (chosen) looks.stands(chosen) } },
    { id: 'coding.placeHere', part: say('part'), name: say('act.placeHere'), keys: ['b'], when: () => selected !== null && mine.length > 0, run: () => { if (mine[0]) looks.placeHere(mine[0]) } }
  ])
  return looks
}

/** The next story that has one, from this one round. */
async function goToLook(here: Id, none: string): Promise<void> {
  const rows = await call('coding.toLook', {})
  const last = rows.findLastIndex(row => row.story === here)
  const next = rows.slice(last + 1).find(row => row.story !== here) ?? rows.find(row => row.story !== here) ?? rows[0]
  if (next) go(formatRoute({ place: 'lezen', rest: [next.story], query: { bij: next.id } }))
  else sayInPassing({ says: none })
}
