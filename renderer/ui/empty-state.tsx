// What an empty place is for, in one sentence, and the next act.
import type { ReactNode } from 'react'

export interface EmptyStateProps {
  title?: string
  /** One sentence. */
  says: ReactNode
  /** Usually one primary Button. */
  act?: ReactNode
  icon?: ReactNode
}

export function EmptyState({ title, says, act, icon }: EmptyStateProps) {
  return (
    <div className="ui-empty">
      {icon && <div className="ui-empty-icon" aria-hidden>{icon}</div>}
      {title && <h2>{title}</h2>}
      <p>{says}</p>
      {act}
    </div>
  )
}
