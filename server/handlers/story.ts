// Reading stories, and marking how far a coder got.
import type { Id } from '../../shared/domain/ids.ts'
import { Refusal } from '../../shared/errors.ts'
import { listQuoting } from '../../db/quoting.ts'
import { findReading } from '../../db/readings.ts'
import { findStory, listStories, neighboursOf, readStory } from '../../db/stories.ts'
import { withdrawStory } from '../../db/withdrawal.ts'
import type { ReadHandlers, WriteContext, WriteHandlers } from '../context.ts'

export const storyReads: ReadHandlers<'story.list' | 'story.read' | 'story.neighbours' | 'story.withdrawal'> = {
  'story.list': ({ store, viewer }, { filter, offset, limit }) => listStories(store, viewer, filter, offset, limit),
  'story.read': ({ store, viewer }, { story }) => {
    const found = readStory(store, viewer, story)
    if (!found) throw new Refusal('not_found', 'story.absent')
    return found
  },
  'story.neighbours': ({ store, viewer }, { story, filter }) => neighboursOf(store, viewer, story, filter),
  'story.withdrawal': ({ store, viewer }, { story }) => {
    const found = readStory(store, viewer, story)
    if (!found) throw new Refusal('not_found', 'story.absent')
    return { number: found.number, length: found.texts.reduce((sum, { body }) => sum + body.length, 0), codings: found.codings.length, quoting: listQuoting(store, viewer, story) }
  }
}

export const storyWrites: WriteHandlers<'story.release' | 'story.withdraw' | 'reading.open' | 'reading.place' | 'reading.mark'> = {
  'story.release': ({ store, viewer, write }, { stories, released }) => {
    for (const story of stories) {
      if (!findStory(store, story, viewer)) throw new Refusal('not_found', 'story.absent')
      write.change(released ? 'story.released' : 'story.recalled', 'story', story, { released }, { story })
    }
    return null
  },
  'story.withdraw': ({ store, viewer, write }, { stories }) => {
    for (const story of stories) {
      if (!findStory(store, story, viewer)) throw new Refusal('not_found', 'story.absent')
      withdrawStory(write, story)
    }
    return null
  },
  'reading.open': (context, { story }) => {
    const { row } = findReading(context.store, story, context.viewer)
    if (!row?.openedAt) mark(context, 'reading.opened', story, { openedAt: context.write.now })
    return null
  },
  'reading.place': (context, { story, position }) => mark(context, 'reading.placed', story, { position }),
  'reading.mark': (context, { story, done }) => mark(context, done ? 'reading.marked' : 'reading.unmarked', story, done ? { done, revealed: true } : { done })
}

function mark({ store, write, viewer }: WriteContext, kind: string, story: Id, patch: Record<string, number | boolean>): null {
  if (!findStory(store, story, viewer)) throw new Refusal('not_found', 'story.absent')
  const { id, row } = findReading(store, story, viewer)
  if (!row) write.insert('reading.opened', 'reading', id, { story, coder: viewer, openedAt: write.now, done: false, position: 0, revealed: false }, { story })
  write.change(kind, 'reading', id, patch, { story })
  return null
}
