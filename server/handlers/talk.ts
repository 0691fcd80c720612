// Rules of talk: who codes opens a card and settles any; its question is changed, and it is taken away, by whoever opened it.
import type { Talk } from '../../shared/contract/talk.ts'
import type { Id } from '../../shared/domain/ids.ts'
import { Refusal } from '../../shared/errors.ts'
import { findCoder } from '../../db/coders.ts'
import { checkFragment } from '../../db/codings.ts'
import type { Store } from '../../db/store.ts'
import { findTalk, listTalks } from '../../db/talks.ts'
import type { ReadHandlers, WriteHandlers } from '../context.ts'
import { refuseShut } from './compare.ts'

export const talkReads: ReadHandlers<'talk.list'> = {
  'talk.list': ({ store, viewer }, { story }) => listTalks(store, viewer, story)
}

const OPEN = { outcome: '', words: '', settledBy: null, settledAt: null }

export const talkWrites: WriteHandlers<'talk.open' | 'talk.change' | 'talk.settle' | 'talk.reopen' | 'talk.remove'> = {
  'talk.open': ({ store, viewer, write }, { id, fragment, codes, coders, question }) => {
    const { story } = checkFragment(store, fragment)
    refuseShut(store, viewer, story)
    if (findTalk(store, viewer, id)) return null // a retry of the same call
    const { text, revision, start, end } = fragment
    write.insert('talk.opened', 'talk', id, {
      text, revision, start, end, codes: JSON.stringify(codes), coders: JSON.stringify(coders), question, ...OPEN, coder: viewer, at: write.now, removed: false
    }, { story })
    return null
  },
  'talk.change': ({ store, viewer, write }, { talk, question }) => {
    const { story } = mustOwn(store, viewer, talk)
    write.change('talk.changed', 'talk', talk, { question }, { story })
    return null
  },
  'talk.settle': ({ store, viewer, write }, { talk, outcome, words }) => {
    const { story, settled } = mustBe(store, viewer, talk)
    if (settled?.outcome === outcome && settled.words === words) return null
    write.change('talk.settled', 'talk', talk, { outcome, words, settledBy: viewer, settledAt: write.now }, { story })
    return null
  },
  'talk.reopen': ({ store, viewer, write }, { talk }) => {
    const { story } = mustBe(store, viewer, talk)
    write.change('talk.reopened', 'talk', talk, OPEN, { story })
    return null
  },
  'talk.remove': ({ store, viewer, write }, { talk }) => {
    const { story } = mustOwn(store, viewer, talk)
    write.change('talk.removed', 'talk', talk, { removed: true }, { story })
    return null
  }
}

function mustBe(store: Store, viewer: Id, id: Id): Talk {
  const talk = findTalk(store, viewer, id)
  if (!talk) throw new Refusal('not_found', 'talk.absent')
  return talk
}

function mustOwn(store: Store, viewer: Id, id: Id): Talk {
  const talk = mustBe(store, viewer, id)
  if (talk.coder !== viewer) throw new Refusal('forbidden', 'talk.not_yours', { name: findCoder(store, talk.coder)?.name ?? '?' })
  return talk
}
