// Rules of sessions and what came of them. Whoever prepares sessions writes and mends them; every change is told in the history.
import type { Harvest } from '../../shared/contract/session.ts'
import type { Id } from '../../shared/domain/ids.ts'
import { Refusal } from '../../shared/errors.ts'
import { isKnown } from '../../db/packs.ts'
import type { Patch } from '../../db/rows.ts'
import { lastPosition, listHarvests, listLessons, listSessions, stands } from '../../db/sessions.ts'
import type { Store } from '../../db/store.ts'
import type { ReadHandlers, WriteHandlers } from '../context.ts'
import { mustBePack } from '../pack-rules.ts'

export const sessionReads: ReadHandlers<'session.list' | 'harvest.list' | 'lesson.list'> = {
  'session.list': ({ store }) => listSessions(store),
  'harvest.list': ({ store }, { session }) => listHarvests(store, session),
  'lesson.list': ({ store }) => listLessons(store)
}

type Sessions = 'session.hold' | 'session.change' | 'session.remove'
type Harvests = 'harvest.write' | 'harvest.change' | 'harvest.remove'
type Lessons = 'lesson.make' | 'lesson.change' | 'lesson.remove'

export const sessionWrites: WriteHandlers<Sessions | Harvests | Lessons> = {
  'session.hold': ({ store, viewer, write }, { id, pack, name, heldOn, notes }) => {
    if (isKnown(store, 'session', id)) return null // a retry of the same call
    if (pack) mustBePack(store, viewer, pack)
    write.insert('session.held', 'session', id, { pack, name, heldOn, notes, coder: viewer, at: write.now, removed: false })
    return null
  },
  'session.change': ({ store, viewer, write }, { session, ...given }) => {
    mustStand(store, 'session', session)
    if (given.pack) mustBePack(store, viewer, given.pack)
    write.change('session.changed', 'session', session, onlyGiven(given))
    return null
  },
  'session.remove': ({ store, write }, { session }) => {
    mustStand(store, 'session', session)
    write.change('session.removed', 'session', session, { removed: true })
    return null
  },
  'harvest.write': ({ store, viewer, write }, { id, session, ...told }) => {
    if (isKnown(store, 'harvest', id)) return null
    mustStand(store, 'session', session)
    write.insert('harvest.written', 'harvest', id, { session, ...spelled(told), coder: viewer, at: write.now, removed: false })
    return null
  },
  'harvest.change': ({ store, write }, { harvest, ...told }) => {
    mustStand(store, 'harvest', harvest)
    write.change('harvest.changed', 'harvest', harvest, spelled(told))
    return null
  },
  'harvest.remove': ({ store, write }, { harvest }) => {
    mustStand(store, 'harvest', harvest)
    write.change('harvest.removed', 'harvest', harvest, { removed: true })
    return null
  },
  'lesson.make': ({ store, viewer, write }, { id, name, questions, harvests }) => {
    if (isKnown(store, 'lesson', id)) return null
    write.insert('lesson.made', 'lesson', id, { name, questions: JSON.stringify(questions), harvests: JSON.stringify(harvests), position: lastPosition(store), coder: viewer, at: write.now, removed: false })
    return null
  },
  'lesson.change': ({ store, write }, { lesson, name, questions, harvests }) => {
    mustStand(store, 'lesson', lesson)
    write.change('lesson.changed', 'lesson', lesson, onlyGiven({ name, questions: questions && JSON.stringify(questions), harvests: harvests && JSON.stringify(harvests) }))
    return null
  },
  'lesson.remove': ({ store, write }, { lesson }) => {
    mustStand(store, 'lesson', lesson)
    write.change('lesson.removed', 'lesson', lesson, { removed: true })
    return null
  }
}

const onlyGiven = (fields: Record<string, string | number | null | undefined>): Patch =>
  Object.fromEntries(Object.entries(fields).filter((entry): entry is [string, string | number | null] => entry[1] !== undefined))

function spelled({ cards, readings, about, ...told }: Omit<Harvest, 'id' | 'session' | 'coder' | 'at'>): Patch {
  return { ...told, cards: JSON.stringify(cards), readings: JSON.stringify(readings), about: about?.is ?? '', aboutId: about === null ? null : about.is === 'theme' ? about.theme : about.code }
}

function mustStand(store: Store, table: 'session' | 'harvest' | 'lesson', id: Id): void {
  if (!stands(store, table, id)) throw new Refusal('not_found', 'session.absent')
}
