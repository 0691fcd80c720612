// The packs there are, newest first: what each is, how it was put together, and whether all of it came back.
import type { Pack } from '../../shared/contract/pack.ts'
import { formatRoute } from '../app/route.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useMethodWords } from './method-words.ts'

export function PackList({ packs }: { packs: readonly Pack[] }) {
  const say = useSay('session')
  const format = useFormats()
  const method = useMethodWords()
  if (packs.length === 0) return <EmptyState says={say('packs.none')} />
  return (
    <ul className="session-list">
      {packs.map(pack => (
        <li key={pack.id}>
          <a href={formatRoute({ place: 'sessie', rest: ['pakket', pack.id] })}><strong>{pack.name}</strong></a>
          <p>{say('counted.lie', { count: pack.cards })}, {say('tables.sum', { count: pack.tables })} · {say('pack.number', { number: pack.number })} · {format.date(pack.at)}{backWords(pack, say)}</p>
          <p className="ui-hint">{method(pack)}</p>
        </li>
      ))}
    </ul>
  )
}

function backWords({ counted }: Pack, say: ReturnType<typeof useSay<'session'>>): string {
  const out = counted.reduce((sum, each) => sum + (each.out ?? 0), 0)
  const back = counted.reduce((sum, each) => sum + (each.back ?? 0), 0)
  return out === 0 ? '' : ` · ${say('back.sum', { back, out })}`
}
