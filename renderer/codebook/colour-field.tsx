// The twelve colours a code can have, each with its pattern and its number, so that none is known by hue alone.
import { Radio, RadioGroup } from 'react-aria-components'
import { useSay } from '../i18n/say.ts'
import { CODE_COLOURS } from '../ui/code-pattern.ts'
import { CodeSwatch } from '../ui/code-swatch.tsx'

const COLOURS = Array.from({ length: CODE_COLOURS }, (_, at) => at + 1)
const LETTERS = 'ABCDEFGHIJKL'

export function ColourField({ colour, isReadOnly, onChange }: { colour: number, isReadOnly: boolean, onChange: (colour: number) => void }) {
  const say = useSay('codebook')
  return (
    <RadioGroup aria-label={say('colour')} value={String(colour)} isReadOnly={isReadOnly} onChange={value => onChange(Number(value))} orientation="horizontal" className="code-colours">
      {COLOURS.map(each => (
        <Radio key={each} value={String(each)} className="code-colour" aria-label={say('colour.one', { letter: LETTERS[each - 1]! })}>
          <CodeSwatch colour={each} /><span aria-hidden>{LETTERS[each - 1]}</span>
        </Radio>
      ))}
    </RadioGroup>
  )
}
