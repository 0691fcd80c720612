// A picture of this workspace as a file, with its title, who was counted, and the day.
import type { RefObject } from 'react'
import { Download } from 'lucide-react'
import { exportBlob } from '../api/exporting.ts'
import { failureOf } from '../api/failed.ts'
import { picturePng, pictureSvg } from '../charts/picture-file.ts'
import { failureWords } from '../i18n/failure-words.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { Menu } from '../ui/menu.tsx'
import { sayInPassing } from '../ui/toast.tsx'

export function SavePicture({ figure, name, title, notes }: { figure: RefObject<HTMLElement | null>, name: string, title: string, notes: readonly string[] }) {
  const say = useSay('analysis')
  const format = useFormats()
  const file = name.toLocaleLowerCase().replace(/[^\p{L}\p{N}-]+/gu, '-')
  const drawn = () => pictureSvg(figure.current!, { title, notes: [...notes, format.date(Date.now())] })
  const told = (work: () => Promise<void>) => { work().catch((failed: unknown) => sayInPassing({ says: failureWords(failureOf(failed)) })) }
  return (
    <Menu
      label={say('picture')} trigger={<Button icon={<Download aria-hidden />}>{say('picture')}</Button>}
      parts={[{ acts: [
        { id: 'svg', name: 'SVG', onAct: () => told(() => exportBlob('picture', `${file}.svg`, new Blob([drawn().svg], { type: 'image/svg+xml' }))) },
        { id: 'png', name: 'PNG', onAct: () => told(async () => exportBlob('picture', `${file}.png`, await picturePng(drawn()))) }
      ] }]}
    />
  )
}
