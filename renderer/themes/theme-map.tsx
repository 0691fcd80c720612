// The same themes as a map: what lies with what, and what lies with more than one. To look at, and to hang on a wall.
import { useMemo, useRef } from 'react'
import { Download } from 'lucide-react'
import type { Theme } from '../../shared/contract/theme.ts'
import { failureOf } from '../api/failed.ts'
import { exportBlob } from '../api/exporting.ts'
import { useRead } from '../api/hooks.ts'
import { useActions } from '../app/actions.ts'
import { formatRoute } from '../app/route.ts'
import { picturePng, pictureSvg } from '../charts/picture-file.ts'
import { failureWords } from '../i18n/failure-words.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay, type Say } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Menu } from '../ui/menu.tsx'
import { sayInPassing } from '../ui/toast.tsx'
import { inLines, layMap, NAME_LETTERS, WORD_LETTERS, type MapBox, type MapItem, type MapLink, type MapTheme } from './map-layout.ts'
import { themeRoute } from './theme-route.ts'
import type { ThemeDesk } from './use-themes.ts'

export function ThemeMap({ desk, themes }: { desk: ThemeDesk, themes: readonly Theme[] }) {
  const say = useSay('themes')
  const format = useFormats()
  const figure = useRef<HTMLElement>(null)
  const title = useRead('project.read', {}).data?.title ?? ''
  const drawing = useMemo(() => drawn(themes, desk, say), [themes, desk, say])
  const saved = (work: () => Promise<void> | void) => { Promise.resolve().then(work).catch((failed: unknown) => sayInPassing({ says: failureWords(failureOf(failed)) })) }
  const picture = () => pictureSvg(figure.current!, { title: say('map.title', { project: title }), notes: [say('map.note'), format.date(Date.now())] })
  const keep = async (ending: 'svg' | 'png', blob: Blob) => {
    const file = `${say('map.file')}.${ending}`
    await exportBlob('picture', file, blob)
    sayInPassing({ about: 'map', says: say('map.saved', { file }) })
  }
  const saveSvg = () => saved(() => keep('svg', new Blob([picture().svg], { type: 'image/svg+xml' })))
  const savePng = () => saved(async () => keep('png', await picturePng(picture())))
  useActions([
    { id: 'map.svg', part: say('part'), name: say('map.svg'), when: () => themes.length > 0, run: saveSvg },
    { id: 'map.png', part: say('part'), name: say('map.png'), when: () => themes.length > 0, run: savePng }
  ])
  if (themes.length === 0) return <EmptyState title={say('empty.title')} says={say('empty')} />
  const { layout, items, links, faces } = drawing
  return (
    <div className="theme-map">
      <div className="theme-map-head">
        <p className="ui-hint">{say('map.note')}</p>
        <Menu label={say('map.save')} placement="bottom end" trigger={<Button small icon={<Download aria-hidden />}>{say('map.save')}</Button>} parts={[{ acts: [{ id: 'png', name: say('map.png'), onAct: savePng }, { id: 'svg', name: say('map.svg'), onAct: saveSvg }] }]} />
      </div>
      <div className="theme-map-room">
        <figure ref={figure} style={{ minWidth: layout.width * 0.7, maxWidth: layout.width }}>
          <svg viewBox={`0 0 ${layout.width} ${layout.height}`} role="group" aria-label={say('view.map')}>
            {links.map(({ theme, item, side }) => <Line key={`${theme} ${item} ${side}`} from={layout.boxes.get(theme)} to={layout.boxes.get(item)} side={side} />)}
            {faces.map(face => <ThemeBox key={face.id} face={face} box={layout.boxes.get(face.id)!} />)}
            {items.map(item => { const box = layout.boxes.get(item.id); return box && <ItemBox key={item.id} item={item} box={box} /> })}
          </svg>
        </figure>
      </div>
    </div>
  )
}

/** Codes stand by their name; fragments, memos and stories of one theme and side are one pill that says how many. */
function drawn(themes: readonly Theme[], desk: ThemeDesk, say: Say<'themes'>) {
  const faces: MapTheme[] = themes.map(({ id, name, concept, colour }) => ({ id, name, colour, titles: inLines(name, NAME_LETTERS, 2), lines: inLines(concept, WORD_LETTERS, 5) }))
  const items = new Map<string, MapItem>()
  const links: MapLink[] = []
  for (const theme of themes) {
    const counted = new Map<string, number>()
    for (const part of theme.parts) {
      if (part.is === 'code') {
        const code = desk.codeById.get(part.code)
        items.set(part.code, { id: part.code, name: code?.name ?? '…', colour: code?.colour ?? 1 })
        links.push({ theme: theme.id, item: part.code, side: part.side })
      } else counted.set(`${part.is} ${part.side}`, (counted.get(`${part.is} ${part.side}`) ?? 0) + 1)
    }
    for (const [key, count] of counted) {
      const [is, side] = key.split(' ') as ['coding' | 'memo' | 'story', MapLink['side']]
      const id = `${theme.id} ${key}`
      items.set(id, { id, name: say(`map.${is}`, { count }), colour: null })
      links.push({ theme: theme.id, item: id, side })
    }
  }
  return { faces, items: [...items.values()], links, layout: layMap(faces, [...items.values()], links) }
}

function Line({ from, to, side }: { from: MapBox | undefined, to: MapBox | undefined, side: MapLink['side'] }) {
  return from && to ? <line className="theme-map-line" data-side={side} x1={from.x} y1={from.y} x2={to.x} y2={to.y} /> : null
}

function ThemeBox({ face, box }: { face: MapTheme, box: MapBox }) {
  const [left, top] = [box.x - box.width / 2, box.y - box.height / 2]
  return (
    <a href={themeRoute(face.id)} className="theme-map-theme" data-code={face.colour} aria-label={[face.name, ...face.lines].join(' ')}>
      <rect x={left} y={top} width={box.width} height={box.height} rx={8} />
      <rect className="theme-map-stripe" x={left} y={top} width={6} height={box.height} rx={3} />
      {face.titles.map((line, at) => <text key={at} className="theme-map-name" x={left + 18} y={top + 26 + at * 20}>{line}</text>)}
      {face.lines.map((line, at) => <text key={at} className="theme-map-words" x={left + 18} y={top + 28 + face.titles.length * 20 + at * 17}>{line}</text>)}
    </a>
  )
}

function ItemBox({ item, box }: { item: MapItem, box: MapBox }) {
  const [left, top] = [box.x - box.width / 2, box.y - box.height / 2]
  const shape = (
    <>
      <rect x={left} y={top} width={box.width} height={box.height} rx={14} />
      {item.colour !== null && <circle cx={left + 15} cy={box.y} r={5} />}
      <text x={left + (item.colour === null ? 12 : 26)} y={box.y + 4.5}>{inLines(item.name, 29, 1)[0]}</text>
    </>
  )
  return item.colour === null ? <g className="theme-map-item">{shape}</g>
    : <a href={formatRoute({ place: 'codes', rest: [item.id] })} className="theme-map-item" data-code={item.colour} aria-label={item.name}>{shape}</a>
}
