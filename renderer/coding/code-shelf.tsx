// The codes beside the story: press one for the selected words, drag one onto words, or drag words onto one.
import { memo, type DragEvent } from 'react'
import type { Code } from '../../shared/contract/code.ts'
import { useSay } from '../i18n/say.ts'
import { CodeSwatch } from '../ui/code-swatch.tsx'
import type { CodeOffer } from './code-search.ts'
import { CODE_PARCEL, WORDS_PARCEL } from './parcels.ts'

export interface CodeShelfProps {
  offers: readonly CodeOffer[]
  /** Else the codes are there to be read. */
  mayCode: boolean
  hasSelection: boolean
  onApply: (code: Code) => void
}

const STEP = 14

export const CodeShelf = memo(function CodeShelf({ offers, mayCode, hasSelection: isSelected, onApply }: CodeShelfProps) {
  const say = useSay('coding')
  const hasSelection = mayCode && isSelected
  const over = (event: DragEvent) => { if (event.dataTransfer.types.includes(WORDS_PARCEL)) event.preventDefault() }
  const lift = (event: DragEvent, code: Code) => {
    event.dataTransfer.setData(CODE_PARCEL, code.id)
    event.dataTransfer.effectAllowed = 'copy'
  }
  return (
    <>
      {mayCode && <p className="ui-hint">{say(hasSelection ? 'shelf.selected' : 'shelf.hint')}</p>}
      <ul aria-label={say('picker.codes')}>
        {offers.map(({ code, path }) => (
          <li key={code.id} style={{ paddingInlineStart: path.length * STEP }}>
            <button
              type="button" className="code-shelf-line" draggable={mayCode} aria-disabled={!hasSelection} onClick={() => { if (hasSelection) onApply(code) }}
              onDragStart={event => lift(event, code)} onDragOver={over} onDrop={event => { event.preventDefault(); if (mayCode) onApply(code) }}
            >
              <CodeSwatch colour={code.colour} />{code.name}
            </button>
          </li>
        ))}
      </ul>
    </>
  )
})
