// Beside the story: what the teller said of it, the codings as a list, and the memos.
import type { ReactNode } from 'react'
import { Highlighter, MessageSquareText, Tags, UserRound } from 'lucide-react'
import type { Memo } from '../../shared/contract/memo.ts'
import type { Signifier } from '../../shared/contract/signifier.ts'
import type { Story } from '../../shared/contract/story.ts'
import type { Id } from '../../shared/domain/ids.ts'
import { useMay } from '../api/use-me.ts'
import { useSay } from '../i18n/say.ts'
import { MemoForm } from '../memos/memo-form.tsx'
import { MemoThreads } from '../memos/memo-thread.tsx'
import { Button } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import { Tabs } from '../ui/tabs.tsx'
import type { CodingFace } from './coding-faces.ts'
import { CodingList } from './coding-list.tsx'
import { TellerPanel } from './teller-panel.tsx'

export type SideTab = 'teller' | 'codes' | 'codings' | 'memos'
export interface MemoAsk { about: 'story' | 'coding', aboutId: Id, begin?: string }

export interface SidePanelProps {
  story: Story
  signifiers: readonly Signifier[]
  faces: readonly CodingFace[]
  /** Those that show in the text: the list is of these. */
  shown: readonly CodingFace[]
  /** Codings of colleagues that one has not seen in the list yet. */
  arrived: number
  active: Id | null
  tab: SideTab
  onTab: (tab: SideTab) => void
  /** What a memo is being written on. */
  asked: MemoAsk | null
  onAsk: (ask: MemoAsk | null) => void
  onGo: (coding: Id) => void
  onHover: (coding: Id | null) => void
  /** Stands above the list of codings: fragments that ask for a look. */
  toLook: ReactNode
  codes: ReactNode
}

export function SidePanel({ story, signifiers, faces, shown, arrived, active, tab, onTab, asked, onAsk, onGo, onHover, toLook, codes }: SidePanelProps) {
  const say = useSay('coding')
  return (
    <Tabs<SideTab>
      label={say('side')} className="coding-side" value={tab} onChange={onTab}
      tabs={[
        { id: 'teller', name: say('side.teller'), icon: <UserRound aria-hidden />, content: <TellerPanel story={story} signifiers={signifiers} /> },
        { id: 'codes', name: say('side.codes'), icon: <Tags aria-hidden />, content: codes },
        { id: 'codings', name: say('side.codings'), icon: <Highlighter aria-hidden />, count: shown.length, news: arrived > 0 ? say('side.arrived', { count: arrived }) : undefined, content: <>{toLook}<CodingList faces={shown} active={active} onGo={onGo} onHover={onHover} /></> },
        { id: 'memos', name: say('side.memos'), icon: <MessageSquareText aria-hidden />, count: story.memos.length, content: <StoryMemos story={story} faces={faces} asked={asked} onAsk={onAsk} onGo={onGo} /> }
      ]}
    />
  )
}

function StoryMemos({ story, faces, asked, onAsk, onGo }: Pick<SidePanelProps, 'story' | 'faces' | 'asked' | 'onAsk' | 'onGo'>) {
  const say = useSay('coding')
  const mayCode = useMay('code')
  const about = asked?.about === 'coding' ? faces.find(face => face.id === asked.aboutId) : undefined
  return (
    <div className="story-memos">
      {asked
        ? (
          <>
            <p className="story-memos-about">{about ? say('memo.onCoding', { code: about.codeName }) : say('memo.onStory')}</p>
            <MemoForm key={`${asked.aboutId}${asked.begin ?? ''}`} about={asked.about} aboutId={asked.aboutId} begin={asked.begin} label={say('memo.words')} placeholder={say('memo.hint')} onDone={() => onAsk(null)} onCancel={() => onAsk(null)} takesFocus />
          </>
        )
        : mayCode && <Button small onPress={() => onAsk({ about: 'story', aboutId: story.id })}>{say('memo.write')}</Button>}
      {story.memos.length === 0 && !asked && <p className="ui-hint">{say(mayCode ? 'memos.none' : 'memos.noneYet')}</p>}
      <MemoThreads memos={story.memos} renderAbout={memo => <About memo={memo} faces={faces} onGo={onGo} />} />
    </div>
  )
}

function About({ memo, faces, onGo }: { memo: Memo, faces: readonly CodingFace[], onGo: (coding: Id) => void }) {
  const face = memo.about === 'coding' ? faces.find(each => each.id === memo.aboutId) : undefined
  return face ? <Chip colour={face.colour} onPress={() => onGo(face.id)}>{face.codeName}</Chip> : null
}
