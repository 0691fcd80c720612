// Chooses a code without leaving the keyboard: beside the words, never over them.
import { useId, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type SyntheticEvent, type UIEvent } from 'react'
import { createPortal } from 'react-dom'
import type { Code } from '../../shared/contract/code.ts'
import type { Id } from '../../shared/domain/ids.ts'
import { useSay } from '../i18n/say.ts'
import { classNames } from '../ui/class-names.ts'
import { Kbd } from '../ui/kbd.tsx'
import { codeNamed, searchCodes, stillAt, type CodeOffer } from './code-search.ts'
import { OfferFace } from './offer-face.tsx'
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
/** As many rows as are in sight and some more; the others are drawn when one walks or scrolls there. A letter draws them all anew. */
const ROWS = 16

export function CodePicker({ title, beside, offers, lastFirst, counts, standing, canStay, onPick, onNew, onClose }: CodePickerProps) {
  const say = useSay('coding')
  const ids = useId()
  const box = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const [drawn, setDrawn] = useState(ROWS)
  const { wanted, name, isUnder } = useMemo(() => readWords(words), [words])
  const found = useMemo(() => searchCodes(offers, wanted, lastFirst), [offers, wanted, lastFirst])
  const canMake = useMemo(() => !isUnder && name !== '' && !codeNamed(offers, name, null), [isUnder, offers, name])
  const last = found.length - 1 + (canMake ? 1 : 0)
  // What a colleague changes in the codebook meanwhile leaves the mark on its row, or on none when that is gone: Enter gives no other code.
  const [seen, setSeen] = useState<readonly CodeOffer[] | null>(null)
  if (seen !== found) {
    setSeen(found)
    if (seen) setAt(stillAt(seen, at, found, canMake))
  }
  const chosen = found[at]
  const shown = found.slice(0, Math.max(drawn, at + ROWS))
  const place = placeBeside(beside, SIZE, { width: innerWidth, height: innerHeight })
  useLayoutEffect(() => { field.current?.focus({ preventScroll: true }) }, [])
  useLayoutEffect(() => { box.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' }) }, [at, found])

  const type = (typed: string) => { setWords(typed); setAt(0); setSeen(null); setDrawn(ROWS) }
  const make = (parent: Id | null) => {
    const same = codeNamed(offers, name, parent)
    if (same) onPick(same, false)
    else if (name !== '') onNew(name, parent)
  }
  const pick = (offer: CodeOffer, stay: boolean) => {
    onPick(offer.code, stay)
    if (!stay) return
    type('')
    field.current?.focus({ preventScroll: true })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + 8, PageUp: at - 8 }[event.key]
    if (next !== undefined) setAt(Math.max(0, Math.min(last, next)))
    else if (event.key === 'Escape' || event.key === 'Tab') onClose()
    else if (event.key !== 'Enter') return
    else if (!isUnder && (event.ctrlKey || event.metaKey)) make(null)
    else if (at >= 0 && (isUnder || chosen || canMake)) press(chosen, event.shiftKey)
    event.preventDefault()
    event.stopPropagation()
  }
  const press = (offer: CodeOffer | undefined, stay: boolean) => {
    if (isUnder || !offer) make(offer?.code.id ?? null)
    else pick(offer, stay)
  }
  const onScroll = ({ currentTarget: { scrollTop, clientHeight, scrollHeight } }: UIEvent) => {
    if (drawn < found.length && scrollTop + 2 * clientHeight > scrollHeight) setDrawn(drawn + 3 * ROWS)
  }
  const rowId = (index: number) => `${ids}-${index}`
  const rowFacts = (index: number) => ({
    role: 'option', 'aria-selected': index === at, 'aria-setsize': last + 1, 'aria-posinset': index + 1, 'data-row': index, className: classNames('coding-picker-row', index === at && 'is-at')
  })
  return createPortal(
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events -- pressing beside it closes it; Escape does the same */}
      <div className="coding-picker-around" onPointerDown={event => { event.preventDefault(); onClose() }} />
      <div ref={box} className="ui-popover coding-picker" role="dialog" aria-label={title} style={{ left: place.left, ...(place.bottom === undefined ? { top: place.top } : { bottom: innerHeight - place.bottom }), width: SIZE.width, maxHeight: Math.min(SIZE.height, place.maxHeight) }}>
        <input
          ref={field} className="coding-picker-field" role="combobox" aria-expanded aria-controls={`${ids}-list`} aria-autocomplete="list" aria-label={title}
          aria-activedescendant={last >= 0 && at >= 0 ? rowId(at) : undefined} placeholder={say('picker.type')} value={words} maxLength={200} spellCheck={false} autoComplete="off"
          onChange={event => type(event.target.value)} onKeyDown={onKeyDown}
        />
        {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus, jsx-a11y/click-events-have-key-events -- the field holds the focus and takes the keys for these rows */}
        <div
          id={`${ids}-list`} className="coding-picker-list" role="listbox" aria-label={say('picker.codes')} onScroll={onScroll}
          onPointerMove={event => { const row = rowOf(event); if (row !== null) setAt(row) }} onPointerDown={event => event.preventDefault()}
          onClick={event => { const row = rowOf(event); if (row !== null) press(found[row], event.shiftKey) }}
        >
          {shown.map((offer, index) => (
            <div key={offer.code.id} id={rowId(index)} {...rowFacts(index)}><OfferFace offer={offer} count={counts.get(offer.code.id)} isStanding={standing.has(offer.code.id)} /></div>
          ))}
          {canMake && shown.length === found.length && (
            <div key="new" id={rowId(found.length)} {...rowFacts(found.length)}><span className="coding-picker-new">{say('picker.new', { name })}</span><Kbd keys="Ctrl+Enter" /></div>
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

const rowOf = ({ target }: SyntheticEvent): number | null => {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null
  return row && Number(row.dataset.row)
}
