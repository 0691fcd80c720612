// For the makers only, not part of the app: every piece of the design system, the reading surface and the pictures on one page.
// Open /gallery.html#controls, #lists, #charts or #reader in `vite`; ?theme=dark chooses the lamp.
import '../ui/ui.css'
import './gallery.css'
import { useEffect, useState, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nProvider } from 'react-aria-components'
import { Tabs } from '../ui/tabs.tsx'
import { Toasts } from '../ui/toast.tsx'
import { ChartsSheet } from './charts-sheet.tsx'
import { ControlsSheet } from './controls-sheet.tsx'
import { ListsSheet } from './lists-sheet.tsx'
import { ReaderSheet } from './reader-sheet.tsx'

const wish = new URLSearchParams(location.search)
const theme = wish.get('theme')
if (theme) document.documentElement.dataset['theme'] = theme

const sheets = [
  { id: 'controls', name: 'Bediening', content: <ControlsSheet /> },
  { id: 'lists', name: 'Lijsten', content: <ListsSheet /> },
  { id: 'charts', name: 'Beelden', content: <ChartsSheet /> },
  { id: 'reader', name: 'Lezen', content: <ReaderSheet /> }
] as const

type Sheet = (typeof sheets)[number]['id']

function Gallery(): ReactNode {
  const [sheet, setSheet] = useState<Sheet>(() => sheets.find(each => `#${each.id}` === location.hash)?.id ?? 'controls')
  useEffect(() => { location.hash = sheet }, [sheet])
  return (
    <I18nProvider locale={wish.get('locale') ?? 'nl-NL'}>
      <main className="gallery">
        <h1>Staalkaart</h1>
        <Tabs label="Bladen" tabs={sheets} value={sheet} onChange={setSheet} className="gallery-tabs" />
      </main>
      <Toasts />
    </I18nProvider>
  )
}

createRoot(document.getElementById('gallery')!).render(<Gallery />)
