// A small sign for the kind of a question, so that a long list can be scanned.
import type { ReactElement } from 'react'
import type { Signifier } from './choices.ts'

const SIGNS: Record<Signifier['kind'] | 'codes' | 'response' | 'registers', ReactElement> = {
  choice: <><circle cx={4} cy={4} r={2} /><path d="M8 4h6M8 8h6M8 12h6" /><circle cx={4} cy={12} r={0.8} /><circle cx={4} cy={8} r={0.8} /></>,
  multi: <><path d="M2.5 4 3.8 5.3 6 2.8M2.5 12 3.8 13.3 6 10.8M8.5 4H14M8.5 8H14M8.5 12H14" /></>,
  likert: <path d="M3 13v-2M6.3 13V9M9.7 13V6M13 13V3" />,
  slider: <><path d="M2 8h12" /><circle cx={10} cy={8} r={2.2} /></>,
  triad: <path d="M8 2.5 14 13H2Z" />,
  stones: <><path d="M2.5 2.5h11v11h-11Z" /><circle cx={10} cy={6} r={1.2} /><circle cx={6} cy={10} r={1.2} /></>,
  number: <path d="M6 3 5 13M11 3l-1 10M3 6h10M3 10h10" />,
  date: <path d="M2.5 4h11v9.5h-11ZM2.5 7h11M5.5 2.5v3M10.5 2.5v3" />,
  text: <path d="M3 4h10M3 8h10M3 12h6" />,
  codes: <path d="M3 4h9M3 8h6M3 12h3" strokeWidth={2.2} />,
  registers: <path d="M4 2.5h8v11H4ZM6.2 5.5h3.6M6.2 8h3.6M6.2 10.5h2" />,
  response: <path d="M2.5 3h11v10h-11ZM2.5 6.5h11M7 3v10" />
}

export function KindSign({ kind }: { kind: keyof typeof SIGNS }) {
  return <svg className="patterns-sign" width={16} height={16} viewBox="0 0 16 16" aria-hidden>{SIGNS[kind]}</svg>
}
