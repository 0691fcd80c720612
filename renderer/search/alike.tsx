// Passages that are like those of a code, or like one passage: found by counting words, shown as a suggestion to read on, never coded.
import { Lightbulb } from 'lucide-react'
import type { Passage } from '../../shared/contract/search.ts'
import { useRead, useWrite } from '../api/hooks.ts'
import { useMay } from '../api/use-me.ts'
import { storyRoute } from '../app/route.ts'
import { useSay } from '../i18n/say.ts'
import { Checkbox } from '../ui/checkbox.tsx'
import { CodeSwatch } from '../ui/code-swatch.tsx'
import { ComboBox } from '../ui/combo-box.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import type { Asked, Like } from './asked.ts'

export function Alike({ asked: { like }, ask, isOn }: { asked: Asked, ask: (change: Partial<Asked>) => void, isOn: boolean }) {
  const say = useSay('search')
  const codes = useRead('code.list', {}).data ?? []
  const mayChange = useMay('code')
  const { write: change } = useWrite('search.change')
  return (
    <div className="search-alike">
      <p className="search-suggestion"><Lightbulb aria-hidden /><span>{say('alike.says')}</span></p>
      <Checkbox isSelected={isOn} isDisabled={!mayChange} onChange={suggestions => void change({ suggestions })}>{say('alike.on')}</Checkbox>
      {isOn && (
        <ComboBox
          key={like?.is === 'code' ? like.code : 'none'} label={say('alike.code')} value={like?.is === 'code' ? like.code : null} onChange={code => { if (code) ask({ like: { is: 'code', code } }) }}
          choices={codes.filter(({ retired }) => !retired).map(({ id, name, colour }) => ({ id, name, icon: <CodeSwatch colour={colour} /> }))}
        />
      )}
      {isOn && (like ? <Passages like={like} /> : <EmptyState says={say('alike.empty')} />)}
    </div>
  )
}

function Passages({ like }: { like: Like }) {
  const say = useSay('search')
  const found = useRead('search.alike', { like }).data
  if (!found) return <Skeleton label={say('looking')} lines={6} />
  return (
    <>
      {found.like && <p className="search-like">{say(like.is === 'code' ? 'alike.from.code' : 'alike.from.place', { words: found.like })}</p>}
      {found.passages.length === 0 && <p className="ui-hint">{say('alike.none')}</p>}
      <ol className="search-stories">{found.passages.map(passage => <Suggestion key={`${passage.text} ${passage.start}`} passage={passage} />)}</ol>
    </>
  )
}

function Suggestion({ passage }: { passage: Passage }) {
  const say = useSay('search')
  return (
    <li className="search-story is-suggestion">
      <h2><a href={storyRoute(passage.story, passage)}>{say('story', { number: passage.number })}</a><span className="ui-hint">{say('alike.suggestion')}</span></h2>
      <a className="search-snippet" href={storyRoute(passage.story, passage)}>{passage.words}</a>
      <p className="ui-hint">{say('alike.shared', { words: passage.shared.join(', ') })}</p>
    </li>
  )
}
