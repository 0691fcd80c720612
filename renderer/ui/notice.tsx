// A sentence where it matters: what went wrong or needs knowing, and the way on.
import type { ReactNode } from 'react'
import { CircleAlert, Info, TriangleAlert } from 'lucide-react'

export interface NoticeProps {
  kind?: 'info' | 'warning' | 'error'
  children: ReactNode
  /** The way on: a Button or two. */
  act?: ReactNode
}

const icons = { info: Info, warning: TriangleAlert, error: CircleAlert }

export function Notice({ kind = 'info', children, act }: NoticeProps) {
  const Icon = icons[kind]
  return (
    <div className={`ui-notice is-${kind}`} role={kind === 'error' ? 'alert' : 'status'}>
      <Icon aria-hidden />
      <div className="ui-notice-words">{children}</div>
      {act && <div className="ui-notice-act">{act}</div>}
    </div>
  )
}
