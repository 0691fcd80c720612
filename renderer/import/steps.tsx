// Where one is in the wizard, and the way back to a step one has passed; and the sheet every step is written on.
import type { ReactNode, RefObject } from 'react'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import { stepRoute, type Step } from './wish.ts'

/** `last`: the furthest step that can be opened; -1 when none of them can any more. */
export function Steps({ steps, at, last }: { steps: Step[], at: number, last: number }) {
  const say = useSay('importing')
  return (
    <nav className="import-steps" aria-label={say('steps')}>
      <ol>
        {steps.map((step, index) => (
          <li key={step}>
            {index <= last && index !== at
              ? <a href={stepRoute(step)} className="import-step">{face(index, say(`step.${step}`))}</a>
              : <span className={classNames('import-step', index !== at && 'is-away')} aria-current={index === at ? 'step' : undefined}>{face(index, say(`step.${step}`))}</span>}
          </li>
        ))}
      </ol>
    </nav>
  )
}

const face = (index: number, name: string) => <><span className="import-step-number">{index + 1}</span>{name}</>

export interface StepProps {
  heading: RefObject<HTMLHeadingElement | null>
  onNext: () => void
  onBack: () => void
}

export interface StepSheetProps {
  heading: RefObject<HTMLHeadingElement | null>
  title: string
  lead?: ReactNode
  /** Has its own scrolling panes. */
  isWide?: boolean
  /** Why one cannot go on, or what one should know before. */
  status?: ReactNode
  back?: { name: string, onAct: () => void }
  /** The one primary act. */
  next?: ReactNode
  children: ReactNode
}

export function StepSheet({ heading, title, lead, isWide = false, status, back, next, children }: StepSheetProps) {
  return (
    <section className={classNames('import-sheet', isWide && 'is-wide')} aria-labelledby="import-heading">
      <div className="import-body">
        <div className="import-head">
          <h1 id="import-heading" ref={heading} tabIndex={-1}>{title}</h1>
          {lead && <p className="import-lead">{lead}</p>}
        </div>
        {children}
      </div>
      <footer className="import-foot">
        {back && <Button onPress={back.onAct}>{back.name}</Button>}
        <p className="import-status" role="status">{status}</p>
        {next}
      </footer>
    </section>
  )
}
