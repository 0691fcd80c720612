// A sheet from the right with what stands behind a number or a dot. By default the page beside it stays alive.
import { useEffect, useEffectEvent, useId, useRef, type ReactNode } from 'react'
import { X } from 'lucide-react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { FocusBack } from './focus-back.ts'
import { IconButton } from './icon-button.tsx'
import { uiWords, useWords } from './words.ts'

export interface DrawerProps {
  title: string
  isOpen: boolean
  onClose: () => void
  /** Under the title, e.g. the sentence of the cell it opened from. */
  lead?: ReactNode
  foot?: ReactNode
  /** Covers the page and holds the focus. */
  isModal?: boolean
  children: ReactNode
}

export function Drawer(props: DrawerProps) {
  return props.isModal ? <ModalDrawer {...props} /> : <SideDrawer {...props} />
}

function ModalDrawer({ title, isOpen, onClose, ...rest }: DrawerProps) {
  return (
    <ModalOverlay className="ui-veil" isOpen={isOpen} isDismissable onOpenChange={open => { if (!open) onClose() }}>
      <Modal className="ui-drawer">
        <AriaDialog className="ui-drawer-sheet">
          <FocusBack />
          <DrawerFace heading={<Heading slot="title" level={2}>{title}</Heading>} onClose={onClose} {...rest} />
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

/** Focus goes in when it opens and back to where it was when it closes, unless the coder already went elsewhere. */
function SideDrawer({ title, isOpen, onClose, ...rest }: DrawerProps) {
  const sheet = useRef<HTMLElement>(null)
  const headingId = useId()
  // What had the focus may have gone with a press in the sheet: then the page has it, and Escape still closes.
  const leave = useEffectEvent((event: KeyboardEvent) => {
    const within = event.target === document.body || sheet.current?.contains(event.target as Node)
    if (event.key === 'Escape' && !event.defaultPrevented && within) onClose()
  })
  useEffect(() => {
    if (!isOpen) return
    const before = document.activeElement as HTMLElement | null
    const element = sheet.current
    const onKeyDown = (event: KeyboardEvent) => leave(event)
    element?.focus({ preventScroll: true })
    document.addEventListener('keydown', onKeyDown)
    return () => {
      document.removeEventListener('keydown', onKeyDown)
      const here = document.activeElement
      if (here === null || here === document.body || element?.contains(here)) before?.focus({ preventScroll: true })
    }
  }, [isOpen])
  if (!isOpen) return null
  return (
    <aside ref={sheet} tabIndex={-1} className="ui-drawer ui-drawer-sheet" aria-labelledby={headingId}>
      <DrawerFace heading={<h2 id={headingId}>{title}</h2>} onClose={onClose} {...rest} />
    </aside>
  )
}

function DrawerFace({ heading, lead, foot, onClose, children }: Omit<DrawerProps, 'title' | 'isOpen' | 'isModal'> & { heading: ReactNode }) {
  const words = useWords(uiWords)
  return (
    <>
      <header className="ui-drawer-head">
        <div>{heading}{lead && <div className="ui-drawer-lead">{lead}</div>}</div>
        <IconButton name={words.close} icon={<X aria-hidden />} onPress={onClose} />
      </header>
      <div className="ui-drawer-body">{children}</div>
      {foot && <footer className="ui-dialog-foot">{foot}</footer>}
    </>
  )
}
