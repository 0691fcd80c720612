// The mark of a code's colour: a hue with its pattern, so that it is known without seeing the hue.
import { patternOf } from './code-pattern.ts'

export interface CodeSwatchProps {
  /** 1–12. */
  colour: number
  /** Said aloud when the swatch stands alone; beside the code's name it stays silent. */
  name?: string
  /** Tall and thin, as the bar before a row. */
  asBar?: boolean
}

export function CodeSwatch({ colour, name, asBar = false }: CodeSwatchProps) {
  return (
    <span
      className={asBar ? 'ui-swatch is-bar' : 'ui-swatch'} data-code={colour} data-pattern={patternOf(colour)}
      {...(name ? { role: 'img', 'aria-label': name } : { 'aria-hidden': true })}
    />
  )
}
