// The address of a theme, and of a part of its page.
import type { Id } from '../../shared/domain/ids.ts'
import { formatRoute } from '../app/route.ts'

/** `part`: which tab of the page, as the address says it. */
export const themeRoute = (theme: Id, part?: string): string => formatRoute({ place: 'themas', rest: [theme], query: part ? { deel: part } : {} })
