// A picture or its numbers as a file: SVG and PNG with question and n, CSV and Excel with a sheet that says what was counted.
import type { RefObject } from 'react'
import { Download } from 'lucide-react'
import type { Sheet } from '../../shared/contract/table.ts'
import { exportBlob, exportSheets } from '../api/exporting.ts'
import { failureOf } from '../api/failed.ts'
import { picturePng, pictureSvg } from '../charts/picture-file.ts'
import { failureWords } from '../i18n/failure-words.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { Menu } from '../ui/menu.tsx'
import { sayInPassing } from '../ui/toast.tsx'

export interface SaveMenuProps {
  figure: RefObject<HTMLElement | null>
  /** There is a picture to save, not only numbers. */
  isPicture: boolean
  name: string
  title: string
  notes: readonly string[]
  sheet: () => Sheet
}

export function SaveMenu({ figure, isPicture, name, title, notes, sheet }: SaveMenuProps) {
  const say = useSay('patterns')
  const format = useFormats()
  const file = name.replace(/[^\p{L}\p{N}-]+/gu, '-')
  const told = (work: Promise<void>) => { work.catch((failed: unknown) => sayInPassing({ says: failureWords(failureOf(failed)) })) }
  const drawn = () => pictureSvg(figure.current!, { title, notes })
  const savePng = async () => exportBlob('picture', `${file}.png`, await picturePng(drawn()))
  const saveTable = async (form: 'csv' | 'xlsx') => {
    const about: Sheet = { name: say('save.about'), headings: [], rows: [[say('save.question'), title], ...notes.map((note): [string, string] => [say('save.counted'), note]), [say('save.made'), format.date(Date.now())]] }
    await exportSheets('table', form, [sheet(), about], file)
  }
  const pictures = isPicture ? [{ acts: [
    { id: 'svg', name: say('save.svg'), more: say('save.svg.more'), onAct: () => told(exportBlob('picture', `${file}.svg`, new Blob([drawn().svg], { type: 'image/svg+xml' }))) },
    { id: 'png', name: say('save.png'), more: say('save.png.more'), onAct: () => told(savePng()) }
  ] }] : []
  return (
    <Menu
      label={say('save')} placement="bottom end" trigger={<Button icon={<Download aria-hidden />}>{say('save')}</Button>}
      parts={[...pictures, { acts: [{ id: 'xlsx', name: say('save.xlsx'), onAct: () => told(saveTable('xlsx')) }, { id: 'csv', name: say('save.csv'), onAct: () => told(saveTable('csv')) }] }]}
    />
  )
}
