// The options of a question in the order they were asked: words to mend, other spellings, moved by dragging or by keys.
import { useRef, useState, type DragEvent, type KeyboardEvent } from 'react'
import { ArrowDown, ArrowUp, GripVertical, Plus, X } from 'lucide-react'
import type { MappedOption, MappedSignifier } from '../../shared/importing/mapping.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Select } from '../ui/select.tsx'
import { TextField } from '../ui/text-field.tsx'
import { LinesField } from './lines-field.tsx'

type WithOptions = Extract<MappedSignifier, { options: MappedOption[] }>
export interface OptionListProps { signifier: WithOptions, onChange: (changed: MappedSignifier) => void }

export function OptionList({ signifier, onChange }: OptionListProps) {
  const say = useSay('importing')
  const { options } = signifier
  const list = useRef<HTMLOListElement>(null)
  const [dragged, setDragged] = useState<number | null>(null)
  const [over, setOver] = useState<number | null>(null)
  const put = (changed: MappedOption[]): void => onChange({ ...signifier, options: changed })
  const set = (at: number, change: Partial<MappedOption>): void => put(options.map((option, index) => (index === at ? { ...option, ...change } : option)))
  const move = (from: number, to: number): void => {
    if (to < 0 || to >= options.length || from === to) return
    put(moved(options, from, to))
  }
  const shift = (event: KeyboardEvent, at: number): void => {
    const by = event.altKey ? { ArrowUp: -1, ArrowDown: 1 }[event.key] : undefined
    if (by === undefined) return
    event.preventDefault()
    move(at, at + by)
    // The focus goes along with the option.
    const name = document.activeElement?.closest('[data-part]')?.getAttribute('data-part') ?? 'label'
    requestAnimationFrame(() => list.current?.children[Math.max(0, Math.min(options.length - 1, at + by))]?.querySelector<HTMLElement>(`[data-part="${name}"] input, [data-part="${name}"] button`)?.focus())
  }
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    if (dragged !== null && over !== null) move(dragged, over)
    setDragged(null)
    setOver(null)
  }
  const add = (): void => put([...options, { key: freeKey(options, say('options.new')), label: say('options.new'), values: [] }])
  return (
    <div className="import-options" role="group" aria-label={say('options')}>
      <span className="ui-label">{say('options')}</span>
      <span className="ui-hint">{say(signifier.kind === 'likert' ? 'options.hint.likert' : 'options.hint')}</span>
      <ol ref={list}>
        {options.map((option, at) => (
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Alt with an arrow works from every control in the row
          <li
            key={option.key} className={classNames('import-option', over === at && dragged !== null && (dragged > at ? 'is-before' : 'is-after'))} onKeyDown={event => shift(event, at)}
            onDragOver={event => { if (dragged !== null) { event.preventDefault(); setOver(at) } }} onDrop={drop}
          >
            <span className="import-option-grip" draggable onDragStart={() => setDragged(at)} onDragEnd={() => { setDragged(null); setOver(null) }} aria-hidden><GripVertical /></span>
            <div data-part="label" className="import-option-label"><TextField label={say('options.label', { number: at + 1 })} labelHidden value={option.label} onChange={label => set(at, { label })} maxLength={300} /></div>
            <OtherValues option={option} onChange={values => set(at, { values })} />
            <div data-part="up"><IconButton small name={say('options.up', { option: option.label })} icon={<ArrowUp aria-hidden />} isDisabled={at === 0} onPress={() => move(at, at - 1)} /></div>
            <div data-part="down"><IconButton small name={say('options.down', { option: option.label })} icon={<ArrowDown aria-hidden />} isDisabled={at === options.length - 1} onPress={() => move(at, at + 1)} /></div>
            <IconButton small name={say('options.remove', { option: option.label })} icon={<X aria-hidden />} onPress={() => put(options.filter(one => one !== option))} />
          </li>
        ))}
      </ol>
      <div className="import-editor-row">
        <Button small look="quiet" icon={<Plus aria-hidden />} onPress={add}>{say('options.add')}</Button>
        {signifier.kind === 'likert' && <Button small look="quiet" onPress={() => put(options.toReversed())}>{say('options.reverse')}</Button>}
      </div>
      <Select
        label={say('options.unknown')} value={signifier.unknown} onChange={unknown => onChange({ ...signifier, unknown })}
        choices={[{ id: 'option', name: say('options.unknown.option') }, { id: 'problem', name: say('options.unknown.problem') }]}
      />
    </div>
  )
}

/** Cell contents that mean this option too: folded away until there are some, or one wants some. */
function OtherValues({ option, onChange }: { option: MappedOption, onChange: (values: string[]) => void }) {
  const say = useSay('importing')
  const [isOpen, setOpen] = useState(option.values.length > 0)
  if (!isOpen) return <Button small look="quiet" onPress={() => setOpen(true)}>{say('options.also')}</Button>
  return <div className="import-option-also"><LinesField label={say('options.also.label', { option: option.label })} labelHidden hint={say('options.also.hint')} value={option.values} onChange={onChange} /></div>
}

export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.toSpliced(from, 1)
  return rest.toSpliced(to, 0, list[from]!)
}

function freeKey(options: readonly MappedOption[], wanted: string): string {
  let key = wanted
  for (let n = 2; options.some(option => option.key === key); n++) key = `${wanted} ${n}`
  return key
}
