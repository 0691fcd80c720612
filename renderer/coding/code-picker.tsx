// Chooses a code without leaving the keyboard: beside the words, never over them.
import { useId, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import type { Code } from '../../shared/contract/code.ts'
import type { Id } from '../../shared/domain/ids.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { classNames } from '../ui/class-names.ts'
import { CodeSwatch } from '../ui/code-swatch.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { codeNamed, searchCodes, type CodeOffer } from './code-search.ts'
import { placeBeside, type Box } from './place-beside.ts'

export interface CodePickerProps {
  title: string
  /** The words it is about, in the window's coordinates. */
  beside: Box
  offers: readonly CodeOffer[]
  lastFirst: readonly Id[]
  /** Fragments per code; quietly absent until counted. */
  counts: ReadonlyMap<Id, number>
  /** Codes that stand on these very words already. */
  standing: ReadonlySet<Id>
  /** More than one code may be given. */
  canStay: boolean
  /** `stay`: more codes will follow. */
  onPick: (code: Code, stay: boolean) => void
  onNew: (name: string, parent: Id | null) => void
  onClose: () => void
}

const SIZE = { width: 400, height: 440 }
/** More rows are found by typing. */
const ROWS = 60

export function CodePicker({ title, beside, offers, lastFirst, counts, standing, canStay, onPick, onNew, onClose }: CodePickerProps) {
  const say = useSay('coding')
  const ids = useId()
  const box = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const { wanted, name, isUnder } = useMemo(() => readWords(words), [words])
  const found = useMemo(() => searchCodes(offers, wanted, lastFirst).slice(0, ROWS), [offers, wanted, lastFirst])
  const canMake = !isUnder && name !== '' && !codeNamed(offers, name, null)
  const last = found.length - 1 + (canMake ? 1 : 0)
  const chosen = found[at]
  const place = placeBeside(beside, SIZE, { width: innerWidth, height: innerHeight })
  useLayoutEffect(() => { field.current?.focus({ preventScroll: true }) }, [])
  useLayoutEffect(() => { box.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' }) }, [at, found])

  const make = (parent: Id | null) => {
    const same = codeNamed(offers, name, parent)
    if (same) onPick(same, false)
    else if (name !== '') onNew(name, parent)
  }
  const pick = (offer: CodeOffer, stay: boolean) => {
    onPick(offer.code, stay)
    if (!stay) return
    setWords('')
    setAt(0)
    field.current?.focus({ preventScroll: true })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + 8, PageUp: at - 8 }[event.key]
    if (next !== undefined) setAt(Math.max(0, Math.min(last, next)))
    else if (event.key === 'Escape' || event.key === 'Tab') onClose()
    else if (event.key !== 'Enter') return
    else if (isUnder) make(chosen?.code.id ?? null)
    else if (event.ctrlKey || event.metaKey) make(null)
    else if (chosen) pick(chosen, event.shiftKey)
    else if (canMake) make(null)
    event.preventDefault()
    event.stopPropagation()
  }
  const rowId = (index: number) => `${ids}-${index}`
  return createPortal(
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events -- pressing beside it closes it; Escape does the same */}
      <div className="coding-picker-around" onPointerDown={event => { event.preventDefault(); onClose() }} />
      <div ref={box} className="ui-popover coding-picker" role="dialog" aria-label={title} style={{ left: place.left, ...(place.bottom === undefined ? { top: place.top } : { bottom: innerHeight - place.bottom }), width: SIZE.width, maxHeight: Math.min(SIZE.height, place.maxHeight) }}>
        <input
          ref={field} className="coding-picker-field" role="combobox" aria-expanded aria-controls={`${ids}-list`} aria-autocomplete="list" aria-label={title}
          aria-activedescendant={last >= 0 ? rowId(at) : undefined} placeholder={say('picker.type')} value={words} maxLength={200} spellCheck={false} autoComplete="off"
          onChange={event => { setWords(event.target.value); setAt(0) }} onKeyDown={onKeyDown}
        />
        <div id={`${ids}-list`} className="coding-picker-list" role="listbox" aria-label={say('picker.codes')}>
          {found.map((offer, index) => (
            <PickerRow key={offer.code.id} id={rowId(index)} isAt={index === at} onEnter={() => setAt(index)} onPress={stay => (isUnder ? make(offer.code.id) : pick(offer, stay))}>
              <OfferFace offer={offer} count={counts.get(offer.code.id)} isStanding={standing.has(offer.code.id)} />
            </PickerRow>
          ))}
          {canMake && (
            <PickerRow id={rowId(found.length)} isAt={at === found.length} onEnter={() => setAt(found.length)} onPress={() => make(null)}>
              <span className="coding-picker-new">{say('picker.new', { name })}</span><Kbd keys="Ctrl+Enter" />
            </PickerRow>
          )}
          {last < 0 && <p className="coding-picker-none">{say(offers.length === 0 ? 'picker.empty' : 'picker.none')}</p>}
        </div>
        <footer className="coding-picker-foot">
          {isUnder
            ? <span><Kbd keys="Enter" /> {chosen && name !== '' ? say('picker.under', { name, parent: chosen.code.name }) : say('picker.underHint')}</span>
            : (
              <>
                <span><Kbd keys="Enter" /> {say('picker.apply')}</span>
                {canStay && <span><Kbd keys="Shift+Enter" /> {say('picker.stay')}</span>}
                <span>{say('picker.underHint')}</span>
              </>
            )}
        </footer>
      </div>
    </>,
    document.body
  )
}

/** “ouder > nieuw”: what stands before the sign finds a code, what stands behind it becomes the name of a new one under it. */
function readWords(words: string): { wanted: string, name: string, isUnder: boolean } {
  const sign = words.indexOf('>')
  if (sign < 0) return { wanted: words, name: words.trim(), isUnder: false }
  return { wanted: words.slice(0, sign), name: words.slice(sign + 1).trim(), isUnder: true }
}

function PickerRow({ id, isAt, onEnter, onPress, children }: { id: string, isAt: boolean, onEnter: () => void, onPress: (stay: boolean) => void, children: ReactNode }) {
  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus, jsx-a11y/click-events-have-key-events -- the field holds the focus and takes the keys for its rows
    <div
      id={id} role="option" aria-selected={isAt} className={classNames('coding-picker-row', isAt && 'is-at')}
      onPointerMove={onEnter} onPointerDown={event => event.preventDefault()} onClick={event => onPress(event.shiftKey)}
    >
      {children}
    </div>
  )
}

function OfferFace({ offer: { code, path }, count, isStanding }: { offer: CodeOffer, count: number | undefined, isStanding: boolean }) {
  const say = useSay('coding')
  const formats = useFormats()
  return (
    <>
      <CodeSwatch colour={code.colour} />
      <span className="coding-picker-words">
        <span className="coding-picker-name">{path.length > 0 && <span className="coding-picker-path">{path.join(' › ')} › </span>}{code.name}</span>
        {code.definition && <span className="coding-picker-definition">{code.definition.split('\n', 1)[0]}</span>}
      </span>
      {isStanding && <span className="coding-picker-here">{say('picker.here')}</span>}
      {count !== undefined && <span className="coding-picker-count" title={say('picker.count', { count })}><span aria-hidden>{formats.number(count)}</span><span className="only-read-aloud">{say('picker.count', { count })}</span></span>}
    </>
  )
}
