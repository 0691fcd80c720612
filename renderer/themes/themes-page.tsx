// Thema's: the desk with every theme as a column, the same as a map, or one theme in full.
import { useState } from 'react'
import { Plus } from 'lucide-react'
import type { Id } from '../../shared/domain/ids.ts'
import { useActions } from '../app/actions.ts'
import { formatRoute, go, useRoute } from '../app/route.ts'
import { useSay } from '../i18n/say.ts'
import { PhaseSelect } from '../memos/phase-select.tsx'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { ThemeBoard } from './theme-board.tsx'
import { MANY_THEMES } from './notices.ts'
import { ThemeDialog } from './theme-dialog.tsx'
import { ThemeMap } from './theme-map.tsx'
import { ThemeSheet } from './theme-sheet.tsx'
import { useThemes } from './use-themes.ts'
import './themes.css'

export default function ThemesPage() {
  const say = useSay('themes')
  const desk = useThemes()
  const route = useRoute()
  const [making, setMaking] = useState<Id[] | null>(null)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const isMap = route.query.beeld === 'kaart'
  const theme = route.place === 'themas' ? desk.themes?.find(({ id }) => id === route.rest[0]) : undefined
  const chosenCodes = () => [...chosen].map(card => card.split(':')[1]!)
  const board = () => go(formatRoute({ place: 'themas' }))
  useActions([
    { id: 'theme.new', part: say('part'), name: say('new'), keys: ['n'], when: () => desk.mayChange, run: () => setMaking(theme ? [] : chosenCodes()) },
    { id: 'theme.board', part: say('part'), name: say('view.board'), keys: ['b'], when: () => isMap || theme !== undefined, run: board },
    { id: 'theme.map', part: say('part'), name: say('view.map'), keys: ['k'], when: () => !isMap || theme !== undefined, run: () => go(formatRoute({ place: 'themas', query: { beeld: 'kaart' } })) }
  ])
  if (!desk.themes) return <div className="frame-page"><Skeleton label={say('title')} /></div>
  return (
    <>
      {theme ? <ThemeSheet key={theme.id} theme={theme} desk={desk} onGone={board} /> : (
        <div className="themes">
          <header className="themes-head">
            <h1>{say('title')}</h1>
            <RadioGroup<'board' | 'map'>
              label={say('view')} labelHidden asBar value={isMap ? 'map' : 'board'} choices={[{ id: 'board', name: say('view.board') }, { id: 'map', name: say('view.map') }]}
              onChange={view => go(formatRoute({ place: 'themas', query: view === 'map' ? { beeld: 'kaart' } : {} }))}
            />
            <PhaseSelect />
            {desk.mayChange && <Button look="primary" icon={<Plus aria-hidden />} onPress={() => setMaking(chosenCodes())}>{chosen.size > 0 ? say('new.from', { count: chosen.size }) : say('new')}</Button>}
          </header>
          {desk.themes.length > MANY_THEMES && <Notice>{say('remark.many', { count: desk.themes.length })}</Notice>}
          {isMap ? <ThemeMap desk={desk} themes={desk.themes} /> : <ThemeBoard desk={desk} themes={desk.themes} chosen={chosen} onChoose={setChosen} />}
        </div>
      )}
      {making && (
        <ThemeDialog
          codes={making.flatMap(id => desk.codeById.get(id) ?? [])} onClose={() => setMaking(null)}
          onMake={async words => {
            const made = await desk.create({ ...words, codes: making })
            if (made) setChosen(new Set())
            return made !== null
          }}
        />
      )}
    </>
  )
}
