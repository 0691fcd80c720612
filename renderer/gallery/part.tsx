// One exhibit with its name.
import type { ReactNode } from 'react'

export function Part({ name, wide = false, children }: { name: string, wide?: boolean, children: ReactNode }) {
  return (
    <section className={wide ? 'gallery-part is-wide' : 'gallery-part'}>
      <h2>{name}</h2>
      {children}
    </section>
  )
}
