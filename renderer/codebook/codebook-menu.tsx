// What one can do with the codebook as a whole: see what stands out, print it, save it as a file, take one in.
import { Ellipsis } from 'lucide-react'
import type { Code } from '../../shared/contract/code.ts'
import { failureOf } from '../api/failed.ts'
import { formatRoute, go } from '../app/route.ts'
import { failureWords } from '../i18n/failure-words.ts'
import { useSay } from '../i18n/say.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Menu } from '../ui/menu.tsx'
import { sayInPassing } from '../ui/toast.tsx'
import { saveCodebook } from './codebook-file.ts'

export function CodebookMenu({ codes, onImport }: { codes: readonly Code[], /** Null for who only reads: they take nothing out either. */ onImport: (() => void) | null }) {
  const say = useSay('codebook')
  const save = (form: 'csv' | 'xlsx') => () => void saveCodebook(form, codes, say).catch((error: unknown) => sayInPassing({ says: failureWords(failureOf(error)) }))
  return (
    <Menu
      label={say('menu')} placement="bottom end" trigger={<IconButton small name={say('menu')} icon={<Ellipsis aria-hidden />} />}
      parts={[
        { acts: [
          { id: 'pointers', name: say('pointers'), onAct: () => go(formatRoute({ place: 'codes', rest: ['valt-op'] })) },
          { id: 'print', name: say('print'), onAct: () => go(formatRoute({ place: 'codes', rest: ['op-papier'] })) }
        ] },
        ...(!onImport ? [] : [{ acts: [
          { id: 'xlsx', name: say('file.xlsx'), isDisabled: codes.length === 0, onAct: save('xlsx') },
          { id: 'csv', name: say('file.csv'), isDisabled: codes.length === 0, onAct: save('csv') },
          { id: 'import', name: say('import'), onAct: onImport }
        ] }])
      ]}
    />
  )
}
