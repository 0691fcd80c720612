// What a code meant before an act and after it, opened by who wants to see.
import { useState } from 'react'
import type { Act } from '../../shared/contract/history.ts'
import { useRead } from '../api/hooks.ts'
import { useSay } from '../i18n/say.ts'

const WORDS: readonly string[] = ['definition', 'include', 'exclude']

export const isRewritten = ({ entity, count, fields }: Act): boolean => entity === 'code' && count === 1 && fields.some(field => WORDS.includes(field))

export function Rewritten({ act }: { act: Act }) {
  const say = useSay('history')
  const [isOpen, setOpen] = useState(false)
  const changes = useRead('code.history', { code: act.id }, { when: isOpen }).data
  const here = changes?.filter(({ at, field }) => at === act.at && WORDS.includes(field)) ?? []
  return (
    <details className="history-words" onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{say('words')}</summary>
      {here.map(({ field, was, now }) => (
        <div key={field}>
          {was !== '' && <p><del>{was}</del></p>}
          <p>{now === '' ? say('words.emptied') : <ins>{now}</ins>}</p>
        </div>
      ))}
    </details>
  )
}
