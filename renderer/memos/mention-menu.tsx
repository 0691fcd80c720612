// "@" or "[[" in a memo offers what one can link to; typing narrows it, Enter takes it, Escape leaves what was typed.
import { useCallback, useEffect, useMemo, useState } from 'react'
import { createPortal } from 'react-dom'
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { LexicalTypeaheadMenuPlugin, MenuOption, type MenuRenderFn, type MenuTextMatch } from '@lexical/react/LexicalTypeaheadMenuPlugin'
import { $isTextNode, type TextNode } from 'lexical'
import { useSay } from '../i18n/say.ts'
import { CodeSwatch } from '../ui/code-swatch.tsx'
import { $createMentionNode } from './memo-nodes.ts'
import { useMentions, type Offer } from './use-mentions.ts'

class OfferOption extends MenuOption {
  readonly offer: Offer
  constructor(offer: Offer) {
    super(`${offer.mention.kind} ${offer.mention.id}`)
    this.offer = offer
  }
}

const ANCHOR = 'memo-menu-anchor'
const SIGN = /(?:^|[\s(])((@|\[\[)([^@[\]\n]{0,40}))$/

/** The sign and what was typed behind it, up to the caret. */
function signBefore(text: string): MenuTextMatch | null {
  const found = SIGN.exec(text)
  if (!found || /^\s/.test(found[3]!)) return null
  return { leadOffset: text.length - found[1]!.length, matchingString: found[3]!, replaceableString: found[1]! }
}

/** Whoever types fast takes an offer before the menu heard the last letters: then the node given begins behind the sign. */
function $takeRestOfSign(typed: TextNode): void {
  const before = typed.getPreviousSibling()
  if (!$isTextNode(before)) return
  const left = before.getTextContent()
  const sign = signBefore(left + typed.getTextContent())
  if (!sign || sign.leadOffset >= left.length) return
  if (sign.leadOffset === 0) before.remove()
  else before.setTextContent(left.slice(0, sign.leadOffset))
}

export function MentionMenu() {
  const [editor] = useLexicalComposerContext()
  const [query, setQuery] = useState<string | null>(null)
  const offers = useMentions(query)
  const options = useMemo(() => offers.map(offer => new OfferOption(offer)), [offers])
  const choose = useCallback((option: OfferOption, typed: TextNode | null, close: () => void) => {
    editor.update(() => {
      const link = $createMentionNode(option.offer.mention)
      if (typed) {
        $takeRestOfSign(typed)
        typed.replace(link)
      }
      link.selectNext(0, 0)
      close()
    })
  }, [editor])
  // The library hangs an empty box in the page before anybody asked for a menu; it comes back by itself when one does.
  useEffect(() => { if (query === null) for (const box of document.querySelectorAll(`.${ANCHOR}:empty`)) box.remove() })
  const renderMenu = useCallback<MenuRenderFn<OfferOption>>((anchor, menu) => (anchor.current && menu.options.length > 0 ? createPortal(<Menu {...menu} anchor={anchor.current} />, anchor.current) : null), [])
  return (
    <LexicalTypeaheadMenuPlugin<OfferOption>
      onQueryChange={setQuery} onSelectOption={choose} options={options} triggerFn={signBefore} anchorClassName={ANCHOR} menuRenderFn={renderMenu}
      parent={document.getElementById('inhoud') ?? undefined}
    />
  )
}

/** The box it hangs in is the list, for the reader of screens. */
function Menu({ anchor, options, selectedIndex, selectOptionAndCleanUp, setHighlightedIndex }: Parameters<MenuRenderFn<OfferOption>>[1] & { anchor: HTMLElement }) {
  const say = useSay('memos')
  useEffect(() => anchor.setAttribute('aria-label', say('mention.choose')))
  return (
    <div className="ui-popover is-list memo-menu" role="presentation">
      <div role="presentation" className="ui-listbox">
        {options.map((option, at) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- keys are the editor's, which keeps the focus
          <div
            key={option.key} id={`typeahead-item-${at}`} ref={element => { option.setRefElement(element) }} role="option" tabIndex={-1} aria-selected={selectedIndex === at}
            className="ui-option" data-focused={selectedIndex === at || undefined} onMouseEnter={() => setHighlightedIndex(at)} onClick={() => { setHighlightedIndex(at); selectOptionAndCleanUp(option) }}
          >
            <Face offer={option.offer} />
          </div>
        ))}
      </div>
      <p className="memo-menu-hint ui-hint">{say('mention.hint')}</p>
    </div>
  )
}

function Face({ offer: { mention, sort, more, colour } }: { offer: Offer }) {
  return (
    <>
      <span className="ui-option-icon">{colour !== undefined && <CodeSwatch colour={colour} />}</span>
      <span className="ui-option-words">{mention.name}<span className="ui-hint">{more ? `${sort} · ${more.slice(0, 80)}` : sort}</span></span>
    </>
  )
}
