// A button for an action of the registry, e.g. in an empty place; it stands only while that action is offered.
import { Button, type ButtonProps } from '../ui/button.tsx'
import { canRun, runAction, useAllActions } from './actions.ts'

export function ActionButton({ action: id, ...rest }: Omit<ButtonProps, 'children' | 'onPress'> & { action: string }) {
  const action = useAllActions().findLast(action => action.id === id && canRun(action))
  return action ? <Button {...rest} onPress={() => void runAction(id)}>{action.name}</Button> : null
}
