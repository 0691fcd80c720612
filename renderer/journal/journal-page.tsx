// The journal: what the group thinks and decides while reading, newest first, and all memos from elsewhere beside it.
import { useEffect, useRef, useState } from 'react'
import { Download, Sunset } from 'lucide-react'
import type { Memo } from '../../shared/contract/memo.ts'
import { plainMemo } from '../../shared/text/memo-text.ts'
import { folded } from '../../shared/text/folded.ts'
import { useRead } from '../api/hooks.ts'
import { useCoders, useMay, useMe } from '../api/use-me.ts'
import { useActions } from '../app/actions.ts'
import { formatRoute, useRoute } from '../app/route.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { MemoForm } from '../memos/memo-form.tsx'
import { MemoThreads } from '../memos/memo-thread.tsx'
import { PhaseSelect } from '../memos/phase-select.tsx'
import { Button } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { Select } from '../ui/select.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { AnnexDialog } from './annex-dialog.tsx'
import { MemoAboutLink } from './memo-about-link.tsx'
import './journal.css'

const PROMPTS = ['prompt.surprise', 'prompt.feel', 'prompt.assume', 'prompt.differ', 'prompt.change', 'prompt.decide'] as const
/** A short look back when one stops reading for the day. */
const CLOSING = ['prompt.surprise', 'closing.assume', 'closing.leave'] as const
type Part = 'entries' | 'memos'

export default function JournalPage() {
  const say = useSay('journal')
  const project = useRead('project.read', {}).data?.id
  const memos = useRead('memo.list', {}).data
  const mayWrite = useMay('code')
  const [part, setPart] = useState<Part>('entries')
  const [begun, setBegun] = useState({ words: '', title: '', times: 0 })
  const [isAnnex, setAnnex] = useState(false)
  const format = useFormats()
  const begin = (words: string, title = '') => setBegun({ words, title, times: begun.times + 1 })
  const close = () => begin(CLOSING.map(prompt => `**${say(prompt)}**\n`).join('\n'), say('closing.title', { date: format.date(Date.now()) }))
  const [search, setSearch] = useState('')
  const [coder, setCoder] = useState<string>('all')
  const writer = useRef<HTMLDivElement>(null)
  // Came here for one memo: its tab opens, and it stands in sight.
  const wanted = useRoute().query.memo
  const about = memos?.find(({ id }) => id === wanted)?.about
  useEffect(() => {
    if (about === undefined) return
    setPart(about === 'project' ? 'entries' : 'memos')
    const frame = requestAnimationFrame(() => document.getElementById(`memo-${wanted}`)?.scrollIntoView({ block: 'center' }))
    return () => cancelAnimationFrame(frame)
  }, [wanted, about])
  useActions([
    { id: 'journal.write', part: say('part'), name: say('write'), keys: ['n'], when: () => mayWrite, run: () => writer.current?.querySelector<HTMLElement>('[contenteditable]')?.focus() },
    { id: 'journal.close', part: say('part'), name: say('closing'), keys: ['t'], when: () => mayWrite, run: close },
    { id: 'journal.annex', part: say('part'), name: say('annex'), when: () => mayWrite, run: () => setAnnex(true) }
  ])
  if (!project || !memos) return <div className="frame-page"><Skeleton label={say('title')} /></div>
  const found = memos.filter(memo => (coder === 'all' || memo.coder === coder) && holds(memo, search))
  const entries = found.filter(memo => memo.about === 'project')
  const others = found.filter(memo => memo.about !== 'project')
  const isNarrowed = search.trim() !== '' || coder !== 'all'
  return (
    <div className="frame-page journal">
      <header className="journal-head">
        <h1>{say('title')}</h1>
        <PhaseSelect />
        {mayWrite && <Button icon={<Download aria-hidden />} onPress={() => setAnnex(true)}>{say('annex')}</Button>}
      </header>
      <p className="journal-lead">{say('lead')}</p>
      <Outlook />
      {mayWrite && <div ref={writer} className="journal-write">
        <MemoForm
          key={begun.times} about="project" aboutId={project} begin={begun.words} beginTitle={begun.title} takesFocus={begun.times > 0} withTitle lines={5}
          label={say('words')} onDone={() => setBegun({ words: '', title: '', times: 0 })}
        />
        <p className="journal-close"><Button small look="quiet" icon={<Sunset aria-hidden />} onPress={close}>{say('closing')}</Button></p>
        <details className="journal-prompts">
          <summary>{say('prompts')}</summary>
          <ul>{PROMPTS.map(prompt => <li key={prompt}><Chip onPress={() => begin(`${say(prompt)}\n`)}>{say(prompt)}</Chip></li>)}</ul>
        </details>
      </div>}
      {isAnnex && <AnnexDialog onClose={() => setAnnex(false)} />}
      <div className="journal-find">
        <SearchField label={say('search')} value={search} onChange={setSearch} />
        <CoderSelect memos={memos} value={coder} onChange={setCoder} />
      </div>
      <Tabs<Part>
        label={say('title')} value={part} onChange={setPart}
        tabs={[
          { id: 'entries', name: say('entries'), count: entries.length, content: <Entries memos={entries} nothing={say(isNarrowed ? 'search.none' : 'entries.none')} withTitle /> },
          { id: 'memos', name: say('memos'), count: others.length, content: <Entries memos={others} nothing={say(isNarrowed ? 'search.none' : 'memos.none')} /> }
        ]}
      />
    </div>
  )
}

/** Where one looks from: part of how one reads, so it stands beside what one writes. */
function Outlook() {
  const say = useSay('journal')
  const me = useMe()
  const statement = useCoders().get(me ?? '')?.statement ?? ''
  return <p className="journal-outlook">{statement ? <><strong>{say('outlook')}</strong> {statement} </> : `${say('outlook.none')} `}<a href={formatRoute({ place: 'project' })}>{say(statement ? 'outlook.change' : 'outlook.write')}</a></p>
}

function Entries({ memos, nothing, withTitle = false }: { memos: readonly Memo[], nothing: string, withTitle?: boolean }) {
  if (memos.length === 0) return <p className="ui-hint journal-none">{nothing}</p>
  return <MemoThreads memos={memos} withTitle={withTitle} renderAbout={memo => (memo.about === 'project' ? undefined : <MemoAboutLink memo={memo} />)} />
}

function CoderSelect({ memos, value, onChange }: { memos: readonly Memo[], value: string, onChange: (coder: string) => void }) {
  const say = useSay('journal')
  const coders = useCoders()
  const writers = [...new Set(memos.map(memo => memo.coder))]
  if (writers.length < 2) return null
  return (
    <Select<string>
      label={say('coder')} labelHidden value={value} onChange={onChange}
      choices={[{ id: 'all', name: say('coder.all') }, ...writers.map(id => ({ id, name: coders.get(id)?.name ?? '…' }))]}
    />
  )
}

function holds(memo: Memo, search: string): boolean {
  const words = folded(search).split(/\s+/).filter(Boolean)
  const written = folded(`${memo.title} ${plainMemo(memo.body)}`)
  return words.every(word => written.includes(word))
}
