// A project's index as a call gets at it: opened when first asked for, and a word to whoever keeps it up to date.
import { openIndex, type SearchIndex } from '../../db/search/index-file.ts'

export type SearchAccess = {
  /** Null while there is none to search in. */
  index(): SearchIndex | null
  /** It is behind its project: somebody waits for it. */
  wake(): void
  close(): void
}

export function openSearchAccess(profile: string, project: string, wake: () => void = () => {}): SearchAccess {
  let open: SearchIndex | null = null
  return {
    index: () => (open ??= openIndex(profile, project)),
    wake,
    close() {
      open?.close()
      open = null
    }
  }
}
