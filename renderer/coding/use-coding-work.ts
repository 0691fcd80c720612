// Applying, moving, recoding, flagging and removing codings of one story: painted at once, confirmed by the core,
// taken back when the core says no (the refusal is told in words by useWrite).
import { useCallback, useMemo, useState } from 'react'
import type { Code } from '../../shared/contract/code.ts'
import type { Coding, Fragment } from '../../shared/contract/coding.ts'
import type { Story } from '../../shared/contract/story.ts'
import { newId, type Id } from '../../shared/domain/ids.ts'
import { useWrite, type Written } from '../api/hooks.ts'
import { queries, screensTold } from '../api/queries.ts'
import { withPending, type Change, type Shown } from './pending.ts'

export interface CodingWork {
  codings: readonly Shown[]
  /** Codes made in this window that the codebook does not list yet. */
  comingCodes: readonly Code[]
  apply: (fragment: Fragment, code: Id) => Promise<boolean>
  /** Makes the code as well; gives its id at once, for the next key may mean it already. */
  applyNew: (fragment: Fragment, name: string, parent: Id | null) => Id
  move: (coding: Id, fragment: Fragment) => void
  /** Cuts in two. */
  split: (coding: Id, first: Fragment, second: Fragment) => void
  /** `coding` takes the place, `gone` goes. */
  join: (coding: Id, gone: Id, fragment: Fragment) => void
  recode: (coding: Id, code: Id) => void
  /** Under a code that is made as well. */
  recodeNew: (coding: Id, name: string, parent: Id | null) => Id
  flag: (coding: Id, flag: Coding['flag']) => void
  remove: (codings: readonly Id[]) => void
}

interface Under { change: Change, /** What follows from it. */ also?: Change, code?: Code }

export function useCodingWork(story: Story, me: Id): CodingWork {
  const [under, setUnder] = useState<readonly Under[]>([])
  const { write: apply } = useWrite('coding.apply')
  const { write: applyNew } = useWrite('coding.applyNew')
  const { write: move } = useWrite('coding.move')
  const { write: split } = useWrite('coding.split')
  const { write: join } = useWrite('coding.join')
  const { write: recode } = useWrite('coding.recode')
  const { write: recodeNew } = useWrite('coding.recodeNew')
  const { write: flag } = useWrite('coding.flag')
  const { write: remove } = useWrite('coding.remove')

  /** Paints, sends, and lets go once the story was read again with the change in it, or at once when it was refused. */
  const carry = useCallback(async (mine: Under, send: () => Promise<Written<unknown>>): Promise<boolean> => {
    setUnder(list => [...list, mine])
    const done = await send()
    if (done.ok) await Promise.all([readAgain(['story.read', { story: story.id }]), mine.code ? readAgain(['code.list', {}]) : null])
    setUnder(list => list.filter(each => each !== mine))
    return done.ok
  }, [story.id])

  const codings = useMemo(() => withPending(story.codings, under.flatMap(({ change, also }) => (also ? [change, also] : [change]))), [story.codings, under])
  const comingCodes = useMemo(() => under.flatMap(({ code }) => code ?? []), [under])
  return useMemo(() => ({
    codings, comingCodes,
    apply: (fragment, code) => {
      const coding = newCoding(fragment, code, me)
      const coming = comingCodes.find(({ id }) => id === code)
      // Nobody answered yet that it was made: should a colleague have been first, this coding is of that colleague's code as well.
      const send = (): Promise<Written<unknown>> => (coming ? applyNew({ fragment, coding: coding.id, code, name: coming.name, parent: coming.parent }) : apply({ fragment, codes: [{ coding: coding.id, code }] }))
      return carry({ change: { is: 'added', coding } }, send)
    },
    applyNew: (fragment, name, parent) => {
      const code = comingCode(name, parent)
      const coding = newCoding(fragment, code.id, me)
      void carry({ change: { is: 'added', coding }, code }, () => applyNew({ fragment, coding: coding.id, code: code.id, name, parent }))
      return code.id
    },
    move: (coding, fragment) => {
      const { start, end } = fragment
      void carry({ change: { is: 'changed', coding, to: { start, end } } }, () => move({ coding, fragment }))
    },
    split: (coding, first, second) => {
      const { start, end } = first
      const half = codings.find(each => each.id === coding)
      if (!half) return
      const made = { ...newCoding(second, half.code, me), flag: half.flag }
      void carry({ change: { is: 'changed', coding, to: { start, end } }, also: { is: 'added', coding: made } }, () => split({ coding, first, second, made: made.id }))
    },
    join: (coding, gone, fragment) => {
      const { start, end } = fragment
      void carry({ change: { is: 'changed', coding, to: { start, end } }, also: { is: 'removed', codings: [gone] } }, () => join({ coding, gone, fragment }))
    },
    recode: (coding, code) => {
      const coming = comingCodes.find(({ id }) => id === code)
      void carry({ change: { is: 'changed', coding, to: { code } } }, () => (coming ? recodeNew({ coding, code, name: coming.name, parent: coming.parent }) : recode({ coding, code })))
    },
    recodeNew: (coding, name, parent) => {
      const code = comingCode(name, parent)
      void carry({ change: { is: 'changed', coding, to: { code: code.id } }, code }, () => recodeNew({ coding, code: code.id, name, parent }))
      return code.id
    },
    flag: (coding, value) => void carry({ change: { is: 'changed', coding, to: { flag: value } } }, () => flag({ coding, flag: value })),
    remove: gone => void carry({ change: { is: 'removed', codings: gone } }, () => remove({ codings: [...gone] }))
  }), [codings, comingCodes, carry, me, apply, applyNew, move, split, join, recode, recodeNew, flag, remove])
}

/** Until the screens have the answer: they are told a moment after it came, and in that moment the change must not be gone. */
async function readAgain(queryKey: readonly unknown[]): Promise<void> {
  await queries.invalidateQueries({ queryKey })
  await screensTold()
}

const newCoding = ({ text, start, end }: Fragment, code: Id, coder: Id): Coding => ({ id: newId(), text, start, end, code, coder, flag: '', fit: 'same', memos: 0 })

/** As the core is about to make it; its colour is the core's choice, so until then it is the first. */
const comingCode = (name: string, parent: Id | null): Code =>
  ({ id: newId(), parent, position: Number.MAX_SAFE_INTEGER, name, colour: 1, definition: '', include: '', exclude: '', flag: '', retired: false, mergedInto: null })
