// The places of the frame, in the order of the work. A workspace that does not exist yet has no line here and so no place.
// A new one: its texts in i18n (frame: `place.<id>`), a line here that fetches a component without props.
import type { LucideIcon } from 'lucide-react'
import { BookOpenText, ChartScatter, FileInput, History, Layers, ListChecks, Merge, MessagesSquare, NotebookPen, Presentation, Settings2, Table2, Tags, TextSearch } from 'lucide-react'
import type { TextKey } from '../i18n/catalogue.ts'
import { fetched, type Fetched } from './fetched.tsx'

export interface Place extends Fetched {
  /** The word in the address: #/lezen. Dutch in both languages, so that a link means the same to everyone. */
  id: string
  name: TextKey<'frame'>
  icon: LucideIcon
  /** In the bar at the left; else reached by menus and actions. */
  inBar: boolean
}

export const places: Place[] = [
  { id: 'lezen', name: 'place.lezen', icon: BookOpenText, inBar: true, ...fetched(() => import('./reading-place.tsx')) },
  { id: 'codes', name: 'place.codes', icon: Tags, inBar: true, ...fetched(() => import('../codebook/codebook-page.tsx')) },
  { id: 'themas', name: 'place.themas', icon: Layers, inBar: true, ...fetched(() => import('../themes/themes-page.tsx')) },
  { id: 'patronen', name: 'place.patronen', icon: ChartScatter, inBar: true, ...fetched(() => import('../signifiers/patterns-page.tsx')) },
  { id: 'kruistabel', name: 'place.kruistabel', icon: Table2, inBar: true, ...fetched(() => import('../crosstab/crosstab-page.tsx')) },
  { id: 'samen', name: 'place.samen', icon: MessagesSquare, inBar: true, ...fetched(() => import('../compare/compare-page.tsx')) },
  { id: 'sessie', name: 'place.sessie', icon: Presentation, inBar: true, ...fetched(() => import('../session/session-page.tsx')) },
  { id: 'logboek', name: 'place.logboek', icon: NotebookPen, inBar: true, ...fetched(() => import('../journal/journal-page.tsx')) },
  { id: 'zoeken', name: 'place.zoeken', icon: TextSearch, inBar: false, ...fetched(() => import('../search/search-page.tsx')) },
  { id: 'dekking', name: 'place.dekking', icon: ListChecks, inBar: false, ...fetched(() => import('../coverage/coverage-page.tsx')) },
  { id: 'inlezen', name: 'place.inlezen', icon: FileInput, inBar: false, ...fetched(() => import('../import/import-page.tsx')) },
  { id: 'geschiedenis', name: 'place.geschiedenis', icon: History, inBar: false, ...fetched(() => import('../history/history-page.tsx')) },
  { id: 'samenvoegen', name: 'place.samenvoegen', icon: Merge, inBar: false, ...fetched(() => import('../settling/settling-page.tsx')) },
  { id: 'project', name: 'place.project', icon: Settings2, inBar: false, ...fetched(() => import('../project/project-page.tsx')) }
]

/** Where one lands after opening a project. */
export const firstPlace = (): Place => places.find(place => place.inBar) ?? places[0]!
