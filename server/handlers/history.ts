// Undo, redo and the log.
import { hiddenFromViewer, listLog } from '../../db/log.ts'
import { nextGestures, turnGesture } from '../../db/gestures.ts'
import type { ReadHandlers, WriteHandlers } from '../context.ts'

export const historyReads: ReadHandlers<'history.state' | 'history.list'> = {
  'history.state': ({ store, viewer }) => (viewer ? nextGestures(store, viewer) : { undo: null, redo: null }),
  'history.list': ({ store, viewer }, rule) => {
    const hidden = hiddenFromViewer(store, viewer)
    return listLog(store, rule).filter((entry) => !hidden(entry))
  }
}

export const historyWrites: WriteHandlers<'history.undo' | 'history.redo'> = {
  'history.undo': ({ write, viewer }) => turnGesture(write, viewer, 'undo') ?? { kind: null, story: null },
  'history.redo': ({ write, viewer }) => turnGesture(write, viewer, 'redo') ?? { kind: null, story: null }
}
