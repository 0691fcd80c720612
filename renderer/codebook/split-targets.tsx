// The codes that come out of a split: new ones by name, and ones that are there.
import { useState, type FormEvent } from 'react'
import type { Code } from '../../shared/contract/code.ts'
import { freshColour } from '../../shared/domain/fresh-colour.ts'
import { sameName } from '../../shared/domain/names.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import { CodeSwatch } from '../ui/code-swatch.tsx'
import { ComboBox } from '../ui/combo-box.tsx'
import { TextField } from '../ui/text-field.tsx'
import { pathOf } from './code-tree.ts'
import { withoutTarget, withTarget, type SplitDraft } from './split-draft.ts'

/** The number keys reach so many. */
const MOST = 9

export function SplitTargets({ code, codes, draft, onChange }: { code: Code, codes: readonly Code[], draft: SplitDraft, onChange: (draft: SplitDraft) => void }) {
  const say = useSay('codebook')
  const [name, setName] = useState('')
  const words = name.trim()
  const siblings = codes.filter(each => each.parent === code.parent && !each.retired)
  const isTaken = words !== '' && [...siblings, ...draft.targets].some(each => sameName(each.name, words))
  const offered = codes.filter(each => !each.retired && each.id !== code.id && !draft.targets.some(({ id }) => id === each.id))
  const add = (event: FormEvent) => {
    event.preventDefault()
    if (words === '' || isTaken) return
    onChange(withTarget(draft, { name: words, colour: freshColour([...siblings, ...draft.targets]) }, true))
    setName('')
  }
  return (
    <section aria-labelledby="split-targets" className="split-targets">
      <h2 id="split-targets">{say('split.targets')}</h2>
      {draft.targets.length > 0 && (
        <ol className="split-chips">
          {draft.targets.map(({ id, name: called, colour, isNew }, at) => <li key={id}><Chip colour={colour} onRemove={() => onChange(withoutTarget(draft, id))}>{`${at + 1} ${called}${isNew ? ` (${say('split.new')})` : ''}`}</Chip></li>)}
        </ol>
      )}
      {draft.targets.length < MOST && (
        <div className="split-add">
          <form onSubmit={add}>
            <TextField label={say('split.add.new')} value={name} onChange={setName} maxLength={200} error={isTaken ? say('split.taken') : undefined} />
            <Button type="submit" isDisabled={words === '' || isTaken}>{say('split.add')}</Button>
          </form>
          <ComboBox
            key={draft.targets.length} label={say('split.add.old')} value={null} onChange={id => { const found = offered.find(each => each.id === id); if (found) onChange(withTarget(draft, found, false)) }}
            choices={offered.map(each => ({ id: each.id, name: each.name, more: pathOf(codes, each).join(' › ') || undefined, icon: <CodeSwatch colour={each.colour} /> }))}
          />
        </div>
      )}
    </section>
  )
}
