// Which codes make the rows: all, the top ones with everything below, or the coder's own choice out of the tree.
import { useState } from 'react'
import { ChevronDown } from 'lucide-react'
import type { RowBy } from '../../shared/contract/crosstab.ts'
import type { Output } from '../../shared/contract/index.ts'
import { folded } from '../../shared/text/folded.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { CodeSwatch } from '../ui/code-swatch.tsx'
import { Popover } from '../ui/popover.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { rowsOf, type Rows } from './choices.ts'

type Code = Output<'code.list'>[number]
export interface ChooseRowsProps { value: Rows, codes: readonly Code[], onChange: (rows: Rows) => void }

export function ChooseRows({ value, codes, onChange }: ChooseRowsProps) {
  const say = useSay('crosstab')
  const name = value.is === 'own' ? say('rows.chosen', { count: rowsOf(value, codes).length }) : say(`rows.${value.is}`)
  const choose = (is: Rows['is']) => onChange(is === 'own' ? { is, rows: rowsOf(value, codes) } : { is })
  return (
    <div className="ui-field">
      <span className="ui-label" id="crosstab-rows">{say('rows')}</span>
      <Popover label={say('rows')} trigger={<Button aria-describedby="crosstab-rows" icon={<ChevronDown aria-hidden />}>{name}</Button>}>
        <div className="crosstab-settings is-tall">
          <RadioGroup label={say('rows')} labelHidden choices={(['all', 'top', 'own'] as const).map(id => ({ id, name: say(`rows.${id}`) }))} value={value.is} onChange={choose} />
          {value.is === 'own' && <OwnRows rows={value.rows} codes={codes} onChange={rows => onChange({ is: 'own', rows })} />}
        </div>
      </Popover>
    </div>
  )
}

function OwnRows({ rows, codes, onChange }: { rows: readonly RowBy[], codes: readonly Code[], onChange: (rows: RowBy[]) => void }) {
  const say = useSay('crosstab')
  const [words, setWords] = useState('')
  const depth = depths(codes)
  const found = codes.filter(({ name, retired }) => !retired && folded(name).includes(folded(words)))
  const chosen = new Set(rows.map(({ code, branch }) => `${code}${branch}`))
  const hasBelow = new Set(codes.map(({ parent }) => parent))
  /** In the order of the codebook, whatever the order of ticking; a code ahead of its branch. */
  const toggle = (code: string, branch: boolean, isOn: boolean) => {
    const key = `${code}${branch}`
    const next = new Set(isOn ? [...chosen, key] : [...chosen].filter(other => other !== key))
    onChange(codes.flatMap(({ id }) => [false, true].flatMap(one => (next.has(`${id}${one}`) ? [{ code: id, branch: one }] : []))))
  }
  return (
    <>
      <SearchField label={say('rows.find')} value={words} onChange={setWords} />
      {found.length === 0 && <p className="ui-hint">{say('rows.none', { words })}</p>}
      <ul className="crosstab-code-list">
        {found.map(({ id, name, colour }) => (
          <li key={id} style={{ paddingInlineStart: words ? 0 : `${(depth.get(id) ?? 0) * 16}px` }}>
            <Checkbox isSelected={chosen.has(`${id}false`)} onChange={isOn => toggle(id, false, isOn)}>
              <span className="crosstab-code"><CodeSwatch colour={colour} /> {name}</span>
            </Checkbox>
            {hasBelow.has(id) && (
              <Checkbox isSelected={chosen.has(`${id}true`)} onChange={isOn => toggle(id, true, isOn)} aria-label={say('rows.branchOf', { code: name })}>{say('rows.branch')}</Checkbox>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function depths(codes: readonly Code[]): Map<string, number> {
  const depth = new Map<string, number>()
  for (const { id, parent } of codes) depth.set(id, parent === null ? 0 : (depth.get(parent) ?? 0) + 1)
  return depth
}
