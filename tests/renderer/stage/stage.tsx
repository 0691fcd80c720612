// A bare page on which tests mount the reading surface and hear what it tells.
import '../../../renderer/ui/ui.css'
import { createRef } from 'react'
import { createRoot } from 'react-dom/client'
import { flushSync } from 'react-dom'
import { I18nProvider } from 'react-aria-components'
import { Reader } from '../../../renderer/reader/reader.tsx'
import type { ReaderHandle, ReaderProps } from '../../../renderer/reader/types.ts'

export type StageProps = Omit<ReaderProps, 'ref' | 'onSelect' | 'onActivate' | 'onResize' | 'onHover' | 'canResize'>

export type StageEvent =
  | { is: 'select', start: number, end: number, quote: string }
  | { is: 'select', none: true }
  | { is: 'activate', id: string | null }
  | { is: 'resize', id: string, start: number, end: number }

export interface Stage {
  /** Mounts or updates; what is not given stays as it was. Activating a coding is taken over at once, as a screen would do. */
  render(props: Partial<StageProps>): void
  /** What was told since the last time this was asked. */
  told(): StageEvent[]
  handle(): ReaderHandle
}

declare global { interface Window { stage: Stage } }

const root = createRoot(document.getElementById('stage')!)
const handle = createRef<ReaderHandle>()
let events: StageEvent[] = []
let props: StageProps = { textId: 'text', revision: 1, body: '', language: 'nl', label: 'Verhaal', codings: [], activeCoding: null }

window.stage = {
  render(next) {
    props = { ...props, ...next }
    flushSync(() => root.render(
      <I18nProvider locale="nl-NL">
        <Reader
          {...props} ref={handle}
          onSelect={selection => events.push(selection ? { is: 'select', start: selection.start, end: selection.end, quote: selection.quote } : { is: 'select', none: true })}
          onActivate={id => { events.push({ is: 'activate', id }); window.stage.render({ activeCoding: id }) }}
          onResize={(id, span) => events.push({ is: 'resize', id, start: span.start, end: span.end })}
        />
        <input aria-label="Ander veld" id="elsewhere" style={{ position: 'fixed', bottom: 0, right: 0 }} />
      </I18nProvider>
    ))
  },
  told() {
    const told = events
    events = []
    return told
  },
  handle: () => handle.current!
}
