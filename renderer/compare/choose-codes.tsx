// Which codes one looks at: all, or some out of the codebook.
import { useState } from 'react'
import { ChevronDown } from 'lucide-react'
import { folded } from '../../shared/text/folded.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { CodeSwatch } from '../ui/code-swatch.tsx'
import { Popover } from '../ui/popover.tsx'
import { SearchField } from '../ui/search-field.tsx'
import type { Around } from './around.ts'

export function ChooseCodes({ around: { codes, choices, set } }: { around: Around }) {
  const say = useSay('compare')
  const [words, setWords] = useState('')
  const chosen = choices.codes ?? []
  const known = codes.filter(({ id }) => chosen.includes(id))
  const found = codes.filter(({ name, retired, id }) => (!retired || chosen.includes(id)) && folded(name).includes(folded(words)))
  const name = known.length === 0 ? say('codes.all') : known.length === 1 ? known[0]!.name : say('codes.chosen', { count: known.length })
  const toggle = (id: string, isOn: boolean) => {
    const next = isOn ? [...chosen, id] : chosen.filter(other => other !== id)
    set({ codes: next.length > 0 ? next : null })
  }
  return (
    <Popover label={say('codes.which')} trigger={<Button small icon={<ChevronDown aria-hidden />}><span className="only-read-aloud">{say('codes.which')} </span>{name}</Button>}>
      <div className="compare-choose">
        <SearchField label={say('codes.find')} value={words} onChange={setWords} />
        {found.length === 0 && <p className="ui-hint">{say('codes.none', { words })}</p>}
        <ul className="compare-codes">
          {found.map(code => (
            <li key={code.id}>
              <Checkbox isSelected={chosen.includes(code.id)} onChange={isOn => toggle(code.id, isOn)}><span className="compare-code"><CodeSwatch colour={code.colour} /> {code.name}</span></Checkbox>
            </li>
          ))}
        </ul>
        {chosen.length > 0 && <Button small look="quiet" onPress={() => set({ codes: null })}>{say('codes.reset')}</Button>}
      </div>
    </Popover>
  )
}
