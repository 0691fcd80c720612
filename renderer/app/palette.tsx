// One field that finds and does everything: actions, codes, stories. Typing filters, arrows walk, Enter does.
import { useEffect, useEffectEvent, useRef, useState, type KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import { Search } from 'lucide-react'
import { Autocomplete, Dialog, Group, Header, Input, Menu, MenuItem, MenuSection, Modal, ModalOverlay, SearchField } from 'react-aria-components'
import { useSay } from '../i18n/say.ts'
import { FocusBack } from '../ui/focus-back.ts'
import { Kbd } from '../ui/kbd.tsx'
import { usePaletteParts, type PaletteRow } from './palette-rows.tsx'
import { printedKeys } from './keys.ts'

export function Palette({ onClose }: { onClose: () => void }) {
  const say = useSay('frame')
  const [words, setWords] = useState('')
  const parts = usePaletteParts(words)
  const rows = parts.flatMap(part => part.rows)
  const first = rows[0]?.id
  const [inHaste, setInHaste] = useState(false)
  const act = (id: string) => {
    // After the palette let go of the focus, so that what the act opens can take it; yet before the next key.
    queueMicrotask(() => {
      flushSync(onClose)
      rows.find(row => row.id === id)?.run()
    })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // One press of Escape leaves; the field would first only be cleared.
    if (event.key === 'Escape') onClose()
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    // At once: a row that acts when the key comes up again may be gone by then, as rows can come late. While none is marked yet (one types
    // faster than they come) it means the first one, as soon as it is there.
    event.preventDefault()
    event.stopPropagation()
    const marked = markedRow()
    if (marked?.dataset.key) act(marked.dataset.key)
    else setInHaste(true)
  }
  const actOnFirst = useEffectEvent(() => { if (first !== undefined) act(first) })
  useEffect(() => { if (inHaste && first !== undefined) actOnFirst() }, [inHaste, first])
  const body = useMarkThatStands()
  return (
    <ModalOverlay className="ui-veil is-top" isOpen isDismissable onOpenChange={open => { if (!open) onClose() }}>
      <Modal className="ui-modal">
        <Dialog aria-label={say('palette.title')} className="ui-dialog palette">
          <FocusBack />
          <div ref={body} className="palette-body" onKeyDownCapture={onKeyDown}>
            <Autocomplete inputValue={words} onInputChange={value => { setWords(value); setInHaste(false) }}>
              <SearchField aria-label={say('palette.title')} autoFocus className="palette-field">
                <Group className="palette-group">
                  <Search aria-hidden />
                  <Input className="ui-input-bare" placeholder={say('palette.hint')} />
                </Group>
              </SearchField>
              <Menu aria-label={say('palette.title')} className="ui-listbox palette-list" onAction={key => act(String(key))} renderEmptyState={() => <p className="ui-listbox-empty">{say('palette.nothing', { words })}</p>}>
                {parts.map(part => (
                  <MenuSection key={part.id} aria-label={part.name}>
                    <Header className="ui-list-heading">{part.name}</Header>
                    {part.rows.map(row => <Row key={row.id} row={row} />)}
                  </MenuSection>
                ))}
              </Menu>
            </Autocomplete>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

/** The row that the field points at: undefined when it points at none, null when that row went. */
function markedRow(): HTMLElement | null | undefined {
  const marked = document.activeElement?.getAttribute(MARK)
  return marked ? document.getElementById(marked) : undefined
}

const MARK = 'aria-activedescendant'

/**
 * Rows that come late (an index that is just made) can take the place of the marked one: then the first is marked, as by the key for it.
 * By way of the last, for a row that went and came back is to the list still the one it marked.
 */
function useMarkThatStands() {
  const body = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const observer = new MutationObserver(() => {
      const field = document.activeElement
      if (markedRow() !== null) return
      for (const key of ['End', 'Home']) flushSync(() => field!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })))
    })
    observer.observe(body.current!, { subtree: true, childList: true, attributes: true, attributeFilter: [MARK] })
    return () => observer.disconnect()
  }, [])
  return body
}

function Row({ row }: { row: PaletteRow }) {
  return (
    <MenuItem id={row.id} textValue={row.name} className="ui-option">
      {row.mark}
      <span className="ui-option-words">{row.name}{row.more && <span className="ui-hint palette-more">{row.more}</span>}</span>
      {row.keys && <Kbd keys={printedKeys(row.keys)} />}
    </MenuItem>
  )
}
