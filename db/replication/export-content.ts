// Taking an import's content out of a store, as a bundle for another one.
import type { Id } from '../../shared/domain/ids.ts'
import type { SignifierKind } from '../../shared/domain/signifier.ts'
import { toBlob, toId, toIdOrNull } from '../ids.ts'
import { projectId } from '../project.ts'
import type { Store } from '../store.ts'
import type { AnswerPart, Bundle } from './bundle.ts'

/** What this import brought that is still its own, and what it was the last to tell; null when there is no such live import. */
export function exportBundle(store: Store, id: Id): Bundle | null {
  const row = store.get<{ num: number; files: string; mapping: string; coder: Buffer | null; at: number }>(
    `SELECT i.num, i.files, i.mapping, k.id AS coder, i.at FROM import i LEFT JOIN coder k ON k.num = i.coder WHERE i.id = ? AND i.state = 'live'`, [toBlob(id)])
  if (!row) return null
  const { num } = row
  return {
    duiding: 'content', version: 1, project: projectId(store),
    import: { id, files: JSON.parse(row.files) as string[], mapping: row.mapping, coder: toIdOrNull(row.coder), at: row.at },
    groups: named(store, 'story_group', num), waves: named(store, 'wave', num),
    tellers: store.all<{ id: Buffer }>('SELECT id FROM teller WHERE import = ? ORDER BY id', [num]).map((teller) => toId(teller.id)),
    signifiers: signifiers(store, num), kinds: kinds(store, num), options: ofSignifier(store, 'option', num), stones: ofSignifier(store, 'stone', num),
    wordings: store.all<{ signifier: Buffer; story_group: Buffer | null; title: string }>(
      'SELECT s.id AS signifier, g.id AS story_group, w.title FROM wording w JOIN signifier s ON s.num = w.signifier LEFT JOIN story_group g ON g.num = w.story_group WHERE w.import = ? ORDER BY s.id, g.id', [num])
      .map((wording) => ({ signifier: toId(wording.signifier), group: toIdOrNull(wording.story_group), title: wording.title })),
    stories: store.all<{ id: Buffer; number: number; source_id: string }>('SELECT id, coalesce(drawn, number) AS number, source_id FROM story WHERE import = ? ORDER BY id', [num])
      .map((story) => ({ id: toId(story.id), number: story.number, sourceId: story.source_id })),
    texts: store.all<{ id: Buffer; story: Buffer; signifier: Buffer | null; body: string | null }>(
      `SELECT t.id, s.id AS story, g.id AS signifier, r.body FROM text t JOIN story s ON s.num = t.story LEFT JOIN signifier g ON g.num = t.signifier
       LEFT JOIN revision r ON r.text = t.num AND r.number = 1 WHERE coalesce(t.import, s.import) = ? ORDER BY t.id`, [num])
      .map((text) => ({ id: toId(text.id), story: toId(text.story), signifier: toIdOrNull(text.signifier), body: text.body })),
    told: told(store, num)
  }
}

/** Live imports whose content this store has. */
export const listImports = (store: Store): Id[] => store.all<{ id: Buffer }>(`SELECT id FROM import WHERE state = 'live' ORDER BY id`).map((row) => toId(row.id))

const named = (store: Store, table: 'story_group' | 'wave', num: number): Bundle['groups'] =>
  store.all<{ id: Buffer; name: string; position: number }>(`SELECT id, name, position FROM ${table} WHERE import = ? ORDER BY id`, [num]).map((row) => ({ ...row, id: toId(row.id) }))

const ofSignifier = (store: Store, table: 'option' | 'stone', num: number): Bundle['options'] =>
  store.all<{ id: Buffer; signifier: Buffer; key: string; name: string; position: number }>(
    `SELECT o.id, s.id AS signifier, o.key, o.name, o.position FROM ${table} o JOIN signifier s ON s.num = o.signifier WHERE o.import = ? ORDER BY o.id`, [num])
    .map((row) => ({ ...row, id: toId(row.id), signifier: toId(row.signifier) }))

function signifiers(store: Store, num: number): Bundle['signifiers'] {
  type Row = { num: number; id: Buffer; key: string; kind: SignifierKind; title: string; high_last: number | null; position: number; linked: Buffer | null }
  return store.all<Row>(
    `SELECT s.num, s.id, s.key, s.kind, s.title, s.high_last, s.position, l.id AS linked FROM signifier s LEFT JOIN signifier l ON l.num = s.linked_to WHERE s.import = ? ORDER BY s.id`, [num])
    .map((row) => ({
      id: toId(row.id), key: row.key, kind: row.kind, title: row.title, highLast: row.high_last === null ? null : row.high_last === 1, position: row.position, linkedTo: toIdOrNull(row.linked),
      anchors: store.all<{ name: string }>('SELECT name FROM anchor WHERE signifier = ? ORDER BY position', [row.num]).map((anchor) => anchor.name)
    }))
}

const TOLD = 'coalesce(s.content_import, s.import) = ?'

const kinds = (store: Store, num: number): Bundle['kinds'] =>
  store.all<{ id: Buffer; kind: SignifierKind }>(
    `SELECT DISTINCT g.id, g.kind FROM answer a JOIN signifier g ON g.num = a.signifier JOIN story s ON s.num = a.story WHERE ${TOLD} ORDER BY g.id`, [num])
    .map((row) => ({ ...row, id: toId(row.id) }))

function told(store: Store, num: number): Bundle['told'] {
  type Row = {
    num: number; id: Buffer; content: string; story_group: Buffer | null; wave: Buffer | null; teller: Buffer | null
    collected_on: string | null; language: string | null; channel: string | null; consent: number | null
  }
  return store.all<Row>(
    `SELECT s.num, s.id, s.content, g.id AS story_group, w.id AS wave, t.id AS teller, s.collected_on, s.language, s.channel, s.consent
     FROM story s LEFT JOIN story_group g ON g.num = s.story_group LEFT JOIN wave w ON w.num = s.wave LEFT JOIN teller t ON t.num = s.teller
     WHERE ${TOLD} AND s.state = 'live' ORDER BY s.id`, [num])
    .map((row) => ({
      story: toId(row.id), content: row.content, group: toIdOrNull(row.story_group), wave: toIdOrNull(row.wave), teller: toIdOrNull(row.teller), collectedOn: row.collected_on,
      language: row.language, channel: row.channel, consent: row.consent === null ? null : row.consent === 1, answers: answersOf(store, row.num)
    }))
}

function answersOf(store: Store, story: number): AnswerPart[] {
  type Row = { signifier: Buffer; kind: SignifierKind; part: number; option: Buffer | null; stone: Buffer | null; value: number | null }
  return store.all<Row>(
    `SELECT g.id AS signifier, g.kind, a.part, o.id AS option, s.id AS stone, a.value FROM answer a JOIN signifier g ON g.num = a.signifier
     LEFT JOIN option o ON o.num = a.option LEFT JOIN stone s ON g.kind = 'stones' AND a.part >= 0 AND s.num = a.part / 2
     WHERE a.story = ? ORDER BY g.id, o.id, s.id, a.part`, [story])
    .map((row) => [toId(row.signifier), partOf(row.kind, row.part, row.stone), toIdOrNull(row.option), row.value])
}

function partOf(kind: SignifierKind, part: number, stone: Buffer | null): AnswerPart[1] {
  if (kind === 'multi' && part >= 0) return 'option'
  return stone ? `${part % 2 === 0 ? 'x' : 'y'}${toId(stone)}` : part
}
