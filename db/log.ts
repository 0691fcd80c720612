// Reading the op log: the history a person reads, and what the feed needs to tell windows of others' work.
import type { Id } from '../shared/domain/ids.ts'
import type { LogEntry } from '../shared/contract/history.ts'
import { toBlob, toId, toIdOrNull } from './ids.ts'
import { allowedTalks, joined, readingsSeen, seenCards, seesReleasedOnly, veil, visibleStories } from './scope.ts'
import type { Store } from './store.ts'

type Raw = { seq: number; hlc: number; coder: Buffer | null; kind: string; entity: string; entity_id: Buffer; tx: number; patch: string }

/** Newest first; `before`: only entries with a smaller seq. */
export function listLog(store: Store, rule: { entity?: Id; coder?: Id; before?: number; limit: number }): LogEntry[] {
  const where = ['seq < @before', ...(rule.entity ? ['entity_id = @entity'] : []), ...(rule.coder ? ['coder = @coder'] : [])]
  return store.all<Raw>(`SELECT seq, hlc, coder, kind, entity, entity_id, tx, patch FROM op WHERE ${where.join(' AND ')} ORDER BY seq DESC LIMIT @limit`, {
    before: rule.before ?? Number.MAX_SAFE_INTEGER, limit: rule.limit, ...(rule.entity ? { entity: toBlob(rule.entity) } : {}), ...(rule.coder ? { coder: toBlob(rule.coder) } : {})
  }).map((row) => ({
    seq: row.seq, at: Math.floor(row.hlc / 1024), coder: toIdOrNull(row.coder), kind: row.kind, entity: row.entity, id: toId(row.entity_id), tx: row.tx,
    patch: JSON.parse(row.patch) as Record<string, unknown>
  }))
}

export type FeedOp = { kind: string; entity: string; id: Id; coder: Id | null; story: Id | null }

/** Ops after `seq`, oldest first, at most `limit`. A coding names its story, so that blind coding can hide it. */
export function listOpsAfter(store: Store, seq: number, limit: number): { seq: number; op: FeedOp }[] {
  type Row = { seq: number; kind: string; entity: string; entity_id: Buffer; coder: Buffer | null; story: Buffer | null }
  return store.all<Row>(
    `SELECT o.seq, o.kind, o.entity, o.entity_id, o.coder, s.id AS story FROM op o LEFT JOIN coding c ON o.entity = 'coding' AND c.id = o.entity_id
     LEFT JOIN story s ON s.num = c.story WHERE o.seq > ? ORDER BY o.seq LIMIT ?`, [seq, limit])
    .map((row) => ({ seq: row.seq, op: { kind: row.kind, entity: row.entity, id: toId(row.entity_id), coder: toIdOrNull(row.coder), story: toIdOrNull(row.story) } }))
}

/**
 * What of the log and the feed this viewer does not get: a colleague's private memos, codings and what is on them that blind
 * coding hides, and for a facilitator what is in stories that were not released. Whose coding it is counts, not who changed it:
 * merging two codes recodes everybody's.
 */
export function hiddenFromViewer(store: Store, viewer: Id | null): (op: { entity: string; id: Id }) => boolean {
  const veils = veil(store, viewer)
  const { sql, parameters } = joined([{ sql: 'c.id = @id', parameters: {} }, ...veils])
  const codingHidden = (id: Buffer): boolean => veils.length > 0 && !store.get(`SELECT 1 FROM coding c WHERE ${sql}`, { ...parameters, id })
  const talks = allowedTalks(store, viewer)
  const talkHidden = (id: Buffer): boolean => talks.length > 0 && !store.get(`SELECT 1 FROM talk a WHERE a.id = @id AND ${joined(talks).sql}`, { ...joined(talks).parameters, id })
  const cards = seenCards(store, viewer)
  const cardHidden = (id: Buffer): boolean => !store.get(`SELECT 1 FROM card c JOIN story s ON s.num = c.story WHERE c.id = @id AND ${cards.sql}`, { ...cards.parameters, id })
  const released = seesReleasedOnly(store, viewer)
  const storyHidden = (id: Buffer): boolean => released && !store.get('SELECT 1 FROM story WHERE id = ? AND released = 1', [id])
  const themes = createThemeVeil(store, viewer)
  const hidden = ({ entity, id }: { entity: string; id: Id }): boolean => {
    const row = toBlob(id)
    if (entity === 'coding') return codingHidden(row)
    if (entity === 'theme_part' || entity === 'theme_verdict') return themes(entity, row, hidden)
    if (entity === 'talk') return talkHidden(row)
    if (entity === 'card') return cardHidden(row)
    if (entity !== 'memo') return false
    const memo = store.get<{ private: number; coder: Buffer; about: string; about_id: Buffer }>('SELECT m.private, k.id AS coder, m.about, m.about_id FROM memo m JOIN coder k ON k.num = m.coder WHERE m.id = ?', [row])
    if (!memo) return false
    if (memo.private === 1 && !(viewer !== null && memo.coder.equals(toBlob(viewer)))) return true
    return (memo.about === 'coding' && codingHidden(memo.about_id)) || (memo.about === 'story' && storyHidden(memo.about_id))
  }
  return hidden
}

type Hidden = (op: { entity: string; id: Id }) => boolean
/** Parts of themes and verdicts are hidden with what they are about; under blind coding a colleague's word on a whole story is too. */
function createThemeVeil(store: Store, viewer: Id | null): (entity: 'theme_part' | 'theme_verdict', row: Buffer, hidden: Hidden) => boolean {
  type About = { coding: Buffer | null; memo: Buffer | null; story: number | null; seen: number }
  const live = visibleStories(store, viewer)
  return (entity, row, hidden) => {
    const seen = readingsSeen(store, viewer, 'e')
    const about = store.get<About>(
      `SELECT c.id AS coding, ${entity === 'theme_part' ? 'm.id' : 'NULL'} AS memo, e.story, (e.story IS NULL OR (${seen.sql} AND e.story IN (SELECT s.num FROM story s WHERE ${live.sql}))) AS seen
       FROM ${entity} e LEFT JOIN coding c ON c.num = e.coding ${entity === 'theme_part' ? 'LEFT JOIN memo m ON m.num = e.memo' : ''} WHERE e.id = @row`, { ...live.parameters, ...seen.parameters, row })
    if (!about) return false
    return about.seen === 0 || (about.coding !== null && hidden({ entity: 'coding', id: toId(about.coding) })) || (about.memo !== null && hidden({ entity: 'memo', id: toId(about.memo) }))
  }
}
