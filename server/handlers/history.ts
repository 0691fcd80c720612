// Undo, redo and the log.
import { hiddenFromViewer, listLog } from '../../db/log.ts'
import { listActs } from '../../db/timeline.ts'
import { nextGestures, turnGesture, undoPast } from '../../db/gestures.ts'
import type { ReadHandlers, WriteHandlers } from '../context.ts'

export const historyReads: ReadHandlers<'history.state' | 'history.list' | 'history.timeline'> = {
  'history.state': ({ store, viewer }) => (viewer ? nextGestures(store, viewer) : { undo: null, redo: null }),
  'history.list': ({ store, viewer }, rule) => {
    const hidden = hiddenFromViewer(store, viewer)
    return listLog(store, rule).filter((entry) => !hidden(entry))
  },
  'history.timeline': ({ store, viewer }, rule) => listActs(store, rule, viewer)
}

export const historyWrites: WriteHandlers<'history.undo' | 'history.redo'> = {
  'history.undo': ({ write, viewer }, { seq }) => (seq === undefined ? turnGesture(write, viewer, 'undo') ?? { kind: null, story: null } : undoPast(write, viewer, seq)),
  'history.redo': ({ write, viewer }) => turnGesture(write, viewer, 'redo') ?? { kind: null, story: null }
}
