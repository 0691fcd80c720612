// What a person should hear of a team folder, out of round after round of sharing: what lasts only as long as a synchroniser needs is no news.
import type { BaseState, TeamState } from '../../shared/contract/team.ts'
import type { Id } from '../../shared/domain/ids.ts'
import type { Sharing } from '../../db/team-folder/sharing.ts'

/** Milliseconds after which a file that is not whole is told of. */
const PATIENCE = 120_000

export type Watch = {
  /** After a round; `coders` tells whose work is in a writer's files. */
  saw(sharing: Sharing, seq: number, coders: (writer: Id) => Promise<Id[]>): Promise<TeamState>
  /** Between rounds: something was saved here. */
  counted(seq: number, unshared: number, byOther: boolean): TeamState
}

export function createWatch(patience = PATIENCE, clock = Date.now): Watch {
  const since = new Map<string, number>()
  let state: TeamState = { seq: 0, unshared: 0, byOther: false, receiving: null, publishing: null, readAt: null, base: null, late: [], waiting: [], copies: [], skew: null }
  let late: TeamState['late'] = []
  /** For how long it has been so, in milliseconds. */
  const lasting = (key: string): number => {
    if (!since.has(key)) since.set(key, clock())
    return clock() - since.get(key)!
  }
  const forgetExcept = (beginning: string, keys: string[]): void => { for (const key of since.keys()) if (key.startsWith(beginning) && !keys.includes(key)) since.delete(key) }
  const lateOf = async ({ files }: Sharing, coders: (writer: Id) => Promise<Id[]>): Promise<TeamState['late']> => {
    const keyed = files.map((file) => ({ ...file, key: `file ${file.writer} ${file.number}` }))
    forgetExcept('file ', keyed.map(({ key }) => key))
    const waited = keyed.filter(({ key }) => lasting(key) >= patience)
    return Promise.all(waited.map(async ({ writer, number, why, key }) =>
      late.find((known) => known.writer === writer && known.number === number) ?? { writer, number, why, since: since.get(key)!, coders: await coders(writer) }))
  }
  const waitingOf = (waiting: TeamState['waiting']): TeamState['waiting'] => {
    const keyOf = ({ why, on }: TeamState['waiting'][number]): string => `wait ${why} ${on}`
    forgetExcept('wait ', waiting.map(keyOf))
    const unlike = new Map(waiting.map((each) => [keyOf(each), each]))
    return [...unlike].filter(([key]) => lasting(key) >= patience).map(([, each]) => each)
  }
  const baseOf = (base: BaseState): BaseState => {
    const isOdd = base === 'unreadable' || base === 'other_project'
    forgetExcept('base ', isOdd ? [`base ${base}`] : [])
    return isOdd && lasting(`base ${base}`) < patience ? 'read' : base
  }
  return {
    async saw(sharing, seq, coders) {
      const { unshared, receiving, publishing, waiting, around } = sharing
      // Gaps are seen by a thorough look alone, so only such a look says that there are none.
      if (around) late = await lateOf(sharing, coders).catch(() => late)
      state = {
        seq, unshared, byOther: false, receiving, publishing, readAt: receiving === null ? clock() : state.readAt, late,
        waiting: waitingOf(waiting.map(({ why, on }) => ({ why, on: why === 'kind_differs' ? on : '' }))),
        base: around ? baseOf(around.base) : state.base, copies: around ? around.copies : state.copies, skew: around ? around.skew : state.skew
      }
      return state
    },
    counted(seq, unshared, byOther) {
      state = { ...state, seq, unshared, byOther }
      return state
    }
  }
}
