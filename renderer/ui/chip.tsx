// A code, a filter or a choice in one short form that can stand in a row or in a sentence.
import type { ReactNode } from 'react'
import { X } from 'lucide-react'
import { Button } from 'react-aria-components'
import { uiWords, useWords } from './words.ts'

export interface ChipProps {
  children: string
  /** 1–12: the hue of a code; without it the chip is neutral. */
  colour?: number
  icon?: ReactNode
  onPress?: () => void
  onRemove?: () => void
}

export function Chip({ children, colour, icon, onPress, onRemove }: ChipProps) {
  const words = useWords(uiWords)
  const face = <>{icon}<span className="ui-chip-words">{children}</span></>
  return (
    <span className="ui-chip" data-code={colour}>
      {onPress ? <Button className="ui-chip-face" onPress={onPress}>{face}</Button> : <span className="ui-chip-face">{face}</span>}
      {onRemove && <Button className="ui-chip-remove" aria-label={`${words.clear}: ${children}`} onPress={onRemove}><X aria-hidden /></Button>}
    </span>
  )
}
