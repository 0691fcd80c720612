// A question that must be answered before one goes on; rare. Escape always leaves.
import type { ReactNode } from 'react'
import { X } from 'lucide-react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { classNames } from './class-names.ts'
import { FocusBack } from './focus-back.ts'
import { IconButton } from './icon-button.tsx'
import { uiWords, useWords } from './words.ts'

export interface DialogProps {
  title: string
  isOpen: boolean
  onClose: () => void
  /** The acts, the primary one last. */
  foot?: ReactNode
  size?: 'small' | 'medium' | 'large'
  /** For what one must not leave by accident: pressing beside it does nothing. */
  isFirm?: boolean
  isAlert?: boolean
  children: ReactNode
}

export function Dialog({ title, isOpen, onClose, foot, size = 'medium', isFirm = false, isAlert = false, children }: DialogProps) {
  const words = useWords(uiWords)
  return (
    <ModalOverlay className="ui-veil" isOpen={isOpen} isDismissable={!isFirm} onOpenChange={open => { if (!open) onClose() }}>
      <Modal className={classNames('ui-modal', `is-${size}`)}>
        <AriaDialog role={isAlert ? 'alertdialog' : 'dialog'} className="ui-dialog">
          <FocusBack />
          <header className="ui-dialog-head">
            <Heading slot="title" level={2}>{title}</Heading>
            <IconButton name={words.close} icon={<X aria-hidden />} onPress={onClose} />
          </header>
          <div className="ui-dialog-body">{children}</div>
          {foot && <footer className="ui-dialog-foot">{foot}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
