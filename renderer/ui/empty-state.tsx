// What an empty place is for, in one sentence, and the next act.
import type { ReactNode } from 'react'

export interface EmptyStateProps {
  title?: string
  /** One sentence. */
  says: ReactNode
  /** Usually one primary Button. */
  act?: ReactNode
  icon?: ReactNode
  /** It is all there is: its title is the heading of the page. */
  isPage?: boolean
}

export function EmptyState({ title, says, act, icon, isPage = false }: EmptyStateProps) {
  return (
    <div className="ui-empty">
      {icon && <div className="ui-empty-icon" aria-hidden>{icon}</div>}
      {title && (isPage ? <h1>{title}</h1> : <h2>{title}</h2>)}
      {says && <p>{says}</p>}
      {act}
    </div>
  )
}
