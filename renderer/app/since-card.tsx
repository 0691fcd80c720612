// "Sinds je weg was": a quiet card on coming back, beside the work and not over the focus; put away it stays away.
import { useState } from 'react'
import { X } from 'lucide-react'
import type { DeskOutput } from '../../shared/contract/desk.ts'
import { saySeen } from '../api/presence.ts'
import { useRead } from '../api/hooks.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { uiWords, useWords } from '../ui/words.ts'
import { SinceList } from './since-list.tsx'

type Opened = NonNullable<DeskOutput<'desk.read'>['opened']>
const KEY = 'duiding.since-seen'

export function SinceCard({ opened }: { opened: Opened }) {
  const say = useSay('together')
  const words = useWords(uiWords)
  // What was asked at first: later answers of the desk know later ends of the log.
  const [span] = useState(() => (opened.since === null || opened.since >= opened.seq ? null : { after: opened.since, upTo: opened.seq }))
  const [isSeen, setSeen] = useState(() => sessionStorage.getItem(KEY) === keyOf(opened))
  const news = useRead('visit.news', span ?? { after: 0, upTo: 0 }, { when: span !== null && !isSeen }).data
  if (isSeen || !news || news.count === 0) return null
  const putAway = () => { sessionStorage.setItem(KEY, keyOf(opened)); setSeen(true); saySeen() }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape puts it away from whatever stands in it
    <section className="since" aria-labelledby="since-title" onKeyDown={event => { if (event.key === 'Escape') { event.stopPropagation(); putAway() } }}>
      <header className="since-head">
        <h2 id="since-title">{say('since')}</h2>
        <IconButton small name={words.close} icon={<X aria-hidden />} onPress={putAway} />
      </header>
      <div className="since-body"><SinceList news={news} /></div>
      <footer className="since-foot"><Button small onPress={putAway}>{say('since.seen')}</Button></footer>
    </section>
  )
}

/** The same visit after a reload; another one after coming back. */
const keyOf = ({ path, coder, since }: Opened): string => JSON.stringify([path, coder, since])
