// What makes the rows: all codes, the top ones with everything below, all themes, or the coder's own choice of them.
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
import { rowKey, rowsOf, type Rows } from './choices.ts'

type Code = Output<'code.list'>[number]
export interface ChooseRowsProps { value: Rows, codes: readonly Code[], themes: Output<'theme.names'>, onChange: (rows: Rows) => void }

export function ChooseRows({ value, codes, themes, onChange }: ChooseRowsProps) {
  const say = useSay('crosstab')
  const name = value.is === 'own' ? say('rows.chosen', { count: rowsOf(value, codes, themes).length }) : say(`rows.${value.is}`)
  const choose = (is: Rows['is']) => onChange(is === 'own' ? { is, rows: rowsOf(value, codes, themes) } : { is })
  return (
    <div className="ui-field">
      <span className="ui-label" id="crosstab-rows">{say('rows')}</span>
      <Popover label={say('rows')} trigger={<Button aria-describedby="crosstab-rows" icon={<ChevronDown aria-hidden />}>{name}</Button>}>
        <div className="crosstab-settings is-tall">
          <RadioGroup label={say('rows')} labelHidden choices={(['all', 'top', 'themes', 'own'] as const).filter(id => id !== 'themes' || themes.length > 0).map(id => ({ id, name: say(`rows.${id}`) }))} value={value.is} onChange={choose} />
          {value.is === 'own' && <OwnRows rows={value.rows} codes={codes} themes={themes} onChange={rows => onChange({ is: 'own', rows })} />}
        </div>
      </Popover>
    </div>
  )
}

function OwnRows({ rows, codes, themes, onChange }: { rows: readonly RowBy[], onChange: (rows: RowBy[]) => void } & Pick<ChooseRowsProps, 'codes' | 'themes'>) {
  const say = useSay('crosstab')
  const [words, setWords] = useState('')
  const depth = depths(codes)
  const found = codes.filter(({ name, retired }) => !retired && folded(name).includes(folded(words)))
  const foundThemes = themes.filter(({ name }) => folded(name).includes(folded(words)))
  const chosen = new Set(rows.map(rowKey))
  const hasBelow = new Set(codes.map(({ parent }) => parent))
  /** In the order of the codebook, whatever the order of ticking; a code ahead of its branch, themes last. */
  const toggle = (row: RowBy, isOn: boolean) => {
    const next = new Set(isOn ? [...chosen, rowKey(row)] : [...chosen].filter(other => other !== rowKey(row)))
    const all: RowBy[] = [...codes.flatMap(({ id }) => [false, true].map(branch => ({ code: id, branch }))), ...themes.map(({ id }) => ({ theme: id }))]
    onChange(all.filter(one => next.has(rowKey(one))))
  }
  return (
    <>
      <SearchField label={say('rows.find')} value={words} onChange={setWords} />
      {rows.length > 0 && <Button small look="quiet" onPress={() => onChange([])}>{say('rows.clear')}</Button>}
      {found.length + foundThemes.length === 0 && <p className="ui-hint">{say('rows.none', { words })}</p>}
      <ul className="crosstab-code-list">
        {found.map(({ id, name, colour }) => (
          <li key={id} style={{ paddingInlineStart: words ? 0 : `${(depth.get(id) ?? 0) * 16}px` }}>
            <Checkbox isSelected={chosen.has(id)} onChange={isOn => toggle({ code: id, branch: false }, isOn)}>
              <span className="crosstab-code"><CodeSwatch colour={colour} /> {name}</span>
            </Checkbox>
            {hasBelow.has(id) && (
              <Checkbox isSelected={chosen.has(`${id}+`)} onChange={isOn => toggle({ code: id, branch: true }, isOn)} aria-label={say('rows.branchOf', { code: name })}>{say('rows.branch')}</Checkbox>
            )}
          </li>
        ))}
        {foundThemes.map(({ id, name, colour }) => (
          <li key={id}>
            <Checkbox isSelected={chosen.has(id)} onChange={isOn => toggle({ theme: id }, isOn)}>
              <span className="crosstab-code"><CodeSwatch colour={colour} /> {say('rows.themeOf', { theme: name })}</span>
            </Checkbox>
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
