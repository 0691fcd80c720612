// What a team has made besides codings, on top of a workload: words to search in, a theme on twenty codes, a pack of cards.
import { openIndexToWrite } from '../../db/search/index-file.ts'
import { refreshIndex } from '../../db/search/refresh.ts'
import type { Store } from '../../db/store.ts'
import { dispatch } from '../../server/dispatch.ts'
import { stem } from '../../server/search/stem.ts'
import type { CallName, Input } from '../../shared/contract/index.ts'
import { newId, type Id } from '../../shared/domain/ids.ts'

/** `stories`: of those the pack is made. Milliseconds that the index of words took. */
export async function makeThings(store: Store, profile: string, { coder, codes, stories }: { coder: Id; codes: readonly Id[]; stories: readonly Id[] }): Promise<number> {
  const since = performance.now()
  const index = openIndexToWrite(profile, store.path)
  refreshIndex(store, index, stem)
  index.close()
  const indexing = performance.now() - since
  const write = async <N extends CallName>(name: N, input: Input<N>): Promise<void> => {
    const { result } = await dispatch({ store, coder, profile }, name, input)
    if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.failure)}`)
  }
  await write('theme.create', { id: newId(), name: 'Wat draagt', codes: codes.slice(0, 20) })
  await write('pack.make', {
    id: newId(), name: 'Avond', source: { form: 'story' }, method: { is: 'hand', seed: 1 }, tables: 3,
    cards: stories.slice(0, 30).map((story) => ({ card: newId(), from: { is: 'story' as const, story }, tables: [1] }))
  })
  return indexing
}
