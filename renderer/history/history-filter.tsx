// Narrowing the history: to a coder, a sort of act, some days, and where one came from a story or a code, to that.
import { X } from 'lucide-react'
import { useRead } from '../api/hooks.ts'
import { useCoders } from '../api/use-me.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { Select } from '../ui/select.tsx'
import { DateField } from '../ui/date-field.tsx'
import { NOUNS, type Asked, type Sort } from './rule.ts'

const SORTS = Object.keys(NOUNS) as Sort[]

export function HistoryFilter({ asked, ask }: { asked: Asked, ask: (change: Asked) => void }) {
  const say = useSay('history')
  const coders = useCoders()
  return (
    <div className="history-filter" role="search" aria-label={say('title')}>
      <Select<string>
        label={say('coder')} value={asked.coder ?? 'all'} onChange={id => ask({ coder: id === 'all' ? undefined : id })}
        choices={[{ id: 'all', name: say('coder.all') }, ...[...coders.values()].map(({ id, name }) => ({ id, name }))]}
      />
      <Select<Sort | 'all'>
        label={say('noun')} value={(asked.noun as Sort | undefined) ?? 'all'} onChange={id => ask({ noun: id === 'all' ? undefined : id })}
        choices={[{ id: 'all', name: say('noun.all') }, ...SORTS.map(id => ({ id, name: say(`noun.${id}`) }))]}
      />
      <DateField label={say('from')} value={asked.from ?? ''} onChange={from => ask({ from: from || undefined })} />
      <DateField label={say('to')} value={asked.to ?? ''} onChange={to => ask({ to: to || undefined })} />
      <Only asked={asked} ask={ask} />
    </div>
  )
}

function Only({ asked: { story, code }, ask }: { asked: Asked, ask: (change: Asked) => void }) {
  const say = useSay('history')
  const number = useRead('story.read', { story: story ?? '' }, { when: story !== undefined }).data?.number
  const name = useRead('code.list', {}, { when: code !== undefined }).data?.find(({ id }) => id === code)?.name
  if (story === undefined && code === undefined) return null
  const words = story === undefined ? say('only.code', { name: name ?? '…' }) : say('only.story', { number: number ?? '…' })
  return (
    <p className="history-only">
      {words} <Button small look="quiet" icon={<X aria-hidden />} onPress={() => ask({ story: undefined, code: undefined })}>{say('only.remove')}</Button>
    </p>
  )
}
