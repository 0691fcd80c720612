// The colleagues who are here, as letters in the top bar; pressed, their names and what each has before them.
import { Button as AriaButton } from 'react-aria-components'
import type { Id } from '../../shared/domain/ids.ts'
import { useRead } from '../api/hooks.ts'
import { useOthers, type Other } from '../api/use-others.ts'
import { useSay } from '../i18n/say.ts'
import { CoderRing } from '../ui/coder-ring.tsx'
import { Popover } from '../ui/popover.tsx'
import { storyRoute } from './route.ts'

/** More than this are told by a number. */
const SHOWN = 4

export function WhoIsHere() {
  const say = useSay('together')
  const others = useOthers()
  if (others.length === 0) return null
  const words = say('here.others', { count: others.length })
  return (
    <Popover
      label={say('here')} placement="bottom end"
      trigger={
        <AriaButton className="frame-here">
          <span className="only-read-aloud">{words}</span>
          {others.slice(0, SHOWN).map(({ coder }) => <span key={coder.id} title={coder.name} aria-hidden><CoderRing small initials={coder.initials} /></span>)}
          {others.length > SHOWN && <span aria-hidden>{say('here.more', { count: others.length - SHOWN })}</span>}
        </AriaButton>
      }
    >
      {close => (
        <div className="here">
          <h2>{words}</h2>
          <ul className="here-list">{others.map(other => <Line key={other.coder.id} other={other} onGo={close} />)}</ul>
        </div>
      )}
    </Popover>
  )
}

function Line({ other: { coder, stories }, onGo }: { other: Other, onGo: () => void }) {
  const say = useSay('together')
  return (
    <li>
      <CoderRing initials={coder.initials} />
      <span>
        <strong>{coder.name}</strong>
        {stories.map(story => <StoryLink key={story} story={story} onGo={onGo} />)}
        {stories.length === 0 && <span className="ui-hint">{say('here.elsewhere')}</span>}
      </span>
    </li>
  )
}

function StoryLink({ story, onGo }: { story: Id, onGo: () => void }) {
  const say = useSay('together')
  const number = useRead('story.read', { story }).data?.number
  return <a className="here-story" href={storyRoute(story)} onClick={onGo}>{number === undefined ? say('here.reads') : say('here.readsNumber', { number })}</a>
}
