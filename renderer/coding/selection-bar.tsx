// The small bar at the end of what was selected: what one can do with it, with the keys that do it.
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { GripVertical } from 'lucide-react'
import type { Code } from '../../shared/contract/code.ts'
import { printedKeys } from '../app/keys.ts'
import { useSay } from '../i18n/say.ts'
import type { ReaderSelection } from '../reader/types.ts'
import { CodeSwatch } from '../ui/code-swatch.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { WORDS_PARCEL } from './parcels.ts'

export interface SelectionBarProps {
  /** Measured anew; null when it is not there any more. */
  measure: () => ReaderSelection | null
  numbered: readonly (Code | null)[]
  onCode: () => void
  onInVivo: () => void
  onMemo: () => void
  /** Null where the project has suggestions switched off. */
  onAlike: (() => void) | null
  onRecent: (code: Code) => void
}

const SHOWN = 4
const GAP = 6

export function SelectionBar({ measure, numbered, onCode, onInVivo, onMemo, onAlike, onRecent }: SelectionBarProps) {
  const say = useSay('coding')
  const bar = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<{ left: number, top: number } | null>(null)
  const look = () => setPlace(placeFor(measure(), bar.current))
  // A code more makes it wider: it must not hang out of the window.
  // oxlint-disable-next-line react/exhaustive-deps -- look is made anew with measure
  useLayoutEffect(look, [measure, numbered])
  useEffect(() => {
    let frame = 0
    const later = () => { cancelAnimationFrame(frame); frame = requestAnimationFrame(look) }
    addEventListener('scroll', later, { capture: true, passive: true })
    const resized = new ResizeObserver(later)
    const page = pageOf(bar.current!)
    if (page) resized.observe(page)
    return () => {
      cancelAnimationFrame(frame)
      removeEventListener('scroll', later, { capture: true })
      resized.disconnect()
    }
    // oxlint-disable-next-line react/exhaustive-deps -- look is made anew with measure
  }, [measure])
  const recent = numbered.slice(0, SHOWN)
  return createPortal(
    // A press must not take the focus from the text, or the next key would go nowhere.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/interactive-supports-focus -- a toolbar whose acts all have keys of their own
    <div ref={bar} className="coding-bar" role="toolbar" aria-label={say('bar')} style={{ left: place?.left ?? 0, top: place?.top ?? 0, visibility: place ? 'visible' : 'hidden' }} onPointerDown={event => event.preventDefault()} onMouseDown={event => event.preventDefault()}>
      {/* For the mouse alone: by keys a code beside the story takes the selected words. */}
      <span
        aria-hidden className="coding-bar-button coding-bar-grip" draggable title={say('bar.drag')}
        onPointerDown={event => event.stopPropagation()} onMouseDown={event => event.stopPropagation()} onDragStart={event => event.dataTransfer.setData(WORDS_PARCEL, 'selected')}
      >
        <GripVertical size={14} />
      </span>
      <BarButton keys="c" name={say('bar.code')} onPress={onCode} />
      <BarButton keys="v" name={say('bar.inVivo')} onPress={onInVivo} />
      <BarButton keys="m" name={say('bar.memo')} onPress={onMemo} />
      {onAlike && <BarButton keys="h" name={say('bar.alike')} onPress={onAlike} />}
      {recent.some(Boolean) && (
        <span className="coding-bar-codes">
          {recent.map((code, at) => code && (
            <button key={code.id} type="button" className="coding-bar-button" tabIndex={-1} title={code.name} onClick={() => onRecent(code)}>
              <Kbd keys={String(at + 1)} /><CodeSwatch colour={code.colour} />
              <span>{code.name}</span>
            </button>
          ))}
        </span>
      )}
    </div>,
    document.querySelector('main') ?? document.body
  )
}

function BarButton({ keys, name, onPress }: { keys: string, name: string, onPress: () => void }) {
  return <button type="button" className="coding-bar-button" tabIndex={-1} onClick={onPress}><Kbd keys={printedKeys(keys)} /><span>{name}</span></button>
}

const pageOf = (bar: HTMLElement) => bar.ownerDocument.querySelector('.story-page')

/** Under the last line; above the first when there is no room below. Beside the story it would cover the codes. Out of sight with the words. */
function placeFor(selection: ReaderSelection | null, bar: HTMLElement | null): { left: number, top: number } | null {
  if (!selection || !bar) return null
  const { endRect, rect } = selection
  if (endRect.bottom < 60 || rect.top > innerHeight - 20) return null
  const page = pageOf(bar)?.getBoundingClientRect() ?? { left: 0, right: innerWidth }
  // No wider than the story, sooner on two lines: beside it stands what one reads along.
  bar.style.maxWidth = `${page.right - page.left - 2 * GAP}px`
  const { width, height } = bar.getBoundingClientRect()
  const below = endRect.bottom + GAP
  const top = below + height <= innerHeight - GAP ? below : Math.max(GAP, rect.top - GAP - height)
  return { left: Math.max(page.left + GAP, Math.min(endRect.right - 24, page.right - width - GAP)), top }
}
