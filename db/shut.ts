// Blind coding keeps a story's comparison shut to whoever did not finish it.
import type { Id } from '../shared/domain/ids.ts'
import { toBlob } from './ids.ts'
import { isBlind, viewerNum } from './scope.ts'
import type { Store } from './store.ts'

export const isShut = (store: Store, viewer: Id | null, story: Id): boolean =>
  isBlind(store) && !store.get('SELECT 1 FROM reading WHERE story = (SELECT num FROM story WHERE id = ?) AND coder = ? AND revealed = 1', [toBlob(story), viewerNum(store, viewer)])
