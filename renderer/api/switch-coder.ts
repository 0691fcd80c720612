// Another coder sits down at this window: the project is opened anew without one, and the window asks who is there.
import { useCallback } from 'react'
import { useDesk } from './desk.ts'
import { remembered } from './session.ts'

export function useSwitchCoder(): () => void {
  const { write: open } = useDesk('desk.open')
  return useCallback(() => {
    const path = remembered()?.path
    if (path) void open({ path })
  }, [open])
}
