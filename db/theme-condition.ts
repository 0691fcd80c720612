// Which stories bear a theme, as a condition: what a row of the cross-table counts for it (db/theme-under.ts), without walking its passages.
import type { Id } from '../shared/domain/ids.ts'
import { toBlob } from './ids.ts'
import { joined, readingsSeen, type Condition } from './scope.ts'
import type { Store } from './store.ts'

/** Codings over `coding c`: those of the layer, which the theme's codes bring along, and all the viewer may see, for what was laid on it by hand. */
type Codings = { inLayer: Condition; visible: Condition }

const PLACE = 'c.text, c.at_start, c.at_end'

/**
 * Local numbers of the stories that speak for one of these themes: by a passage, or as a whole. Of a passage what was laid on it by
 * hand goes before what came with a code, and against goes before for. A theme that is gone has none. `name`: of its bound values.
 */
export function storiesBearing(store: Store, viewer: Id | null, themes: readonly Id[], { inLayer, visible }: Codings, name: string): Condition {
  const nums = themes.flatMap((id) => store.get<{ num: number }>('SELECT num FROM theme WHERE id = ? AND removed = 0', [toBlob(id)])?.num ?? [])
  const seen = readingsSeen(store, viewer, 'p')
  const each = nums.map((num, at): Condition => {
    const theme = `${name}${at}`
    const parts = (what: 'code' | 'coding', side?: string): string =>
      `SELECT p.${what} FROM theme_part p WHERE p.theme = @${theme} AND p.removed = 0 AND p.${what} IS NOT NULL${side ? ` AND p.side = '${side}'` : ''}`
    const laid = (of: string, side?: string): string => `SELECT ${of} FROM coding c WHERE c.num IN (${parts('coding', side)}) AND ${visible.sql}`
    const brought = (of: string, side: string): string => `SELECT ${of} FROM coding c WHERE c.code IN (${parts('code', side)}) AND ${inLayer.sql}`
    return {
      sql: `${laid('c.story', 'supports')} AND (${PLACE}) NOT IN (${laid(PLACE, 'contradicts')})
        UNION ALL ${brought('c.story', 'supports')} AND (${PLACE}) NOT IN (${laid(PLACE)} UNION ALL ${brought(PLACE, 'contradicts')})
        UNION ALL SELECT p.story FROM theme_part p WHERE p.theme = @${theme} AND p.removed = 0 AND p.story IS NOT NULL AND p.side = 'supports' AND ${seen.sql}`,
      parameters: { [theme]: num }
    }
  })
  if (each.length === 0) return { sql: 'SELECT 0 WHERE 0', parameters: {} }
  return { sql: each.map(({ sql }) => sql).join(' UNION ALL '), parameters: joined([inLayer, visible, seen, ...each]).parameters }
}
