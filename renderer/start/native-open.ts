// In the desktop app the system's own dialog chooses the project; in a browser our file browser does.
import { useCallback } from 'react'
import { desktop } from '../app/desktop.ts'

/** Opens the system's dialog and hands on what was chosen; null where there is no such dialog. */
export function useNativeOpen(onPath: (path: string) => void): (() => void) | null {
  const choose = useCallback(async (): Promise<void> => {
    const [path] = (await desktop?.chooseFiles({ kind: 'project' })) ?? []
    if (path) onPath(path)
  }, [onPath])
  return desktop ? () => void choose() : null
}
