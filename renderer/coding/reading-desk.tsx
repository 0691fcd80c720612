// Opens a story for reading and coding, and fetches the next one ahead so that going on costs no wait.
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Output } from '../../shared/contract/index.ts'
import type { ProjectDetails } from '../../shared/contract/project.ts'
import type { Text } from '../../shared/contract/story.ts'
import type { Id } from '../../shared/domain/ids.ts'
import { failureOf } from '../api/failed.ts'
import { readAhead, useRead } from '../api/hooks.ts'
import { useIsAt } from '../api/presence.ts'
import { useCoders, useMe } from '../api/use-me.ts'
import { useHeldKeys } from '../app/key-gate.ts'
import type { Passage } from '../app/route.ts'
import type { Step } from '../app/story-steps.ts'
import { CorrectStory } from '../correcting/correct-story.tsx'
import { isBegun } from '../correcting/kept-correction.ts'
import { failureWords } from '../i18n/failure-words.ts'
import { useSay } from '../i18n/say.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { StoryWork, type StoryWorkProps } from './story-work.tsx'
import { questionOf } from './teller-panel.tsx'
import { WithdrawStory } from './withdraw-story.tsx'
import { askToWithdraw, useWithdrawing } from './withdrawing.ts'
import './coding.css'

export interface ReadingDeskProps {
  project: ProjectDetails
  story: Id
  neighbours: Output<'story.neighbours'> | undefined
  passage: Passage | null
  landing: Id | null
  onStep: (step: Step) => void
  side: HTMLElement | null
  unfoldSide: () => void
}

export function ReadingDesk(props: ReadingDeskProps) {
  const withdrawing = useWithdrawing()
  const { next, previous } = props.neighbours ?? {}
  return (
    <>
      <StoryOnDesk {...props} />
      {withdrawing && <WithdrawStory story={withdrawing} next={next ?? previous ?? null} onClose={() => askToWithdraw(null)} />}
    </>
  )
}

function StoryOnDesk({ story: id, ...rest }: ReadingDeskProps) {
  const say = useSay('coding')
  const me = useMe()
  useIsAt(id)
  const { data: story, error } = useRead('story.read', { story: id })
  const { next, previous } = rest.neighbours ?? {}
  useEffect(() => { for (const story of [next, previous]) if (story) readAhead('story.read', { story }) }, [next, previous])
  useHeldKeys(!error && !(story && me))
  // One that was withdrawn meanwhile may not stand here a moment longer.
  if (error && (!story || failureOf(error).kind === 'not_found')) return <EmptyState isPage title={say('story.absent')} says={failureWords(failureOf(error))} />
  if (!story || !me) return <div className="story-coming"><Skeleton lines={8} label={say('story.coming')} /></div>
  return <Desk key={story.id} story={story} me={me} {...rest} />
}

/** Reading and coding, or correcting the words: never both, so that no key of the one does something in the other. */
function Desk(props: Omit<StoryWorkProps, 'nameOf' | 'onCorrect'>) {
  const { story } = props
  const say = useSay('coding')
  const [isCorrecting, setCorrecting] = useState(() => isBegun(story.id))
  const codes = useRead('code.list', {}, { when: isCorrecting }).data
  const byId = useMemo(() => new Map((codes ?? []).map(code => [code.id, code])), [codes])
  const coders = useCoders()
  const signifiers = useRead('signifier.list', {}).data
  const nameOf = useCallback((text: Text) => {
    if (text.kind === 'main') return null
    const signifier = signifiers?.find(({ id }) => id === text.signifier)
    return signifier ? questionOf(signifier, story.group) : say('story.answer')
  }, [signifiers, story.group, say])
  if (isCorrecting) return <CorrectStory story={story} codes={byId} coders={coders} nameOf={nameOf} side={props.side} onDone={() => setCorrecting(false)} />
  return <StoryWork {...props} nameOf={nameOf} onCorrect={() => setCorrecting(true)} />
}
