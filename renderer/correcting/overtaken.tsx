// A colleague corrected the same words first: says so, shows what they changed, and brings both together.
import { useState } from 'react'
import type { Coder } from '../../shared/contract/coder.ts'
import type { Story } from '../../shared/contract/story.ts'
import type { Id } from '../../shared/domain/ids.ts'
import { useRead } from '../api/hooks.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { sayInPassing } from '../ui/toast.tsx'
import { Differences } from './differences.tsx'
import type { DraftText } from './kept-correction.ts'

export interface OvertakenProps {
  story: Story
  draft: DraftText
  coders: ReadonlyMap<Id, Coder>
  /** Brings the words together; gives the places where both changed the same words. */
  onBoth: () => { mine: string, theirs: string }[]
}

export function Overtaken({ story, draft, coders, onBoth }: OvertakenProps) {
  const say = useSay('correcting')
  const [isShown, setShown] = useState(true)
  const newest = useRead('text.revisions', { text: draft.text }).data?.find(each => each.newest)
  const theirs = story.texts.find(text => text.id === draft.text)!.body
  const name = newest?.coder ? coders.get(newest.coder)?.name ?? '…' : '…'
  const bring = () => {
    const both = onBoth()
    const [first] = both
    sayInPassing({ says: first ? say('overtaken.both', { count: both.length, mine: first.mine, theirs: first.theirs }) : say('overtaken.done') })
  }
  return (
    <div className="correcting-overtaken">
      <Notice
        kind="warning"
        act={<><Button small onPress={() => setShown(!isShown)}>{say(isShown ? 'overtaken.hide' : 'overtaken.show')}</Button><Button small look="primary" onPress={bring}>{say('overtaken.bring', { name })}</Button></>}
      >
        {say('overtaken', { name })}
      </Notice>
      {isShown && <Differences before={draft.base} after={theirs} label={say('overtaken.differences', { name })} />}
    </div>
  )
}
