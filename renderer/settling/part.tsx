// A part of the page with a heading, there only while it has rows; and one row of it: a sentence with its act.
import type { ReactNode } from 'react'

interface PartProps<Row> { title: string, id: string, rows: readonly Row[], lead?: ReactNode, children: (row: Row) => ReactNode }

export function Part<Row>({ title, id, rows, lead, children }: PartProps<Row>) {
  if (rows.length === 0) return null
  return (
    <section className="settling-part" aria-labelledby={`settling-${id}`}>
      <h2 id={`settling-${id}`}>{title}</h2>
      {lead && <p className="settling-lead">{lead}</p>}
      <ul className="settling-rows">{rows.map(children)}</ul>
    </section>
  )
}

export function ToLook({ act, children }: { act?: ReactNode, children: ReactNode }) {
  return <li className="settling-row"><div>{children}</div>{act && <div className="settling-act">{act}</div>}</li>
}
