// What stands in a menu of the frame: the actions of here and now that ask for it.
import type { MenuAct } from '../ui/menu.tsx'
import { canRun, runAction, useAllActions, type Action } from './actions.ts'
import { printedKeys } from './keys.ts'

export function useMenuActs(menu: NonNullable<Action['menu']>): MenuAct[] {
  return useAllActions().filter(action => action.menu === menu && canRun(action)).map(({ id, name, keys }) => ({
    id, name, onAct: () => void runAction(id), ...(keys ? { shortcut: printedKeys(keys[0]!) } : {})
  }))
}
