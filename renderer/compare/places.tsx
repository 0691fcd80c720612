// The places of a story in words: what was read alike and what differently, by whom; the chosen one opens with what one can do there.
import { useEffect, useRef } from 'react'
import { ChevronDown } from 'lucide-react'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { CodeSwatch } from '../ui/code-swatch.tsx'
import { CoderRing } from '../ui/coder-ring.tsx'
import { Menu } from '../ui/menu.tsx'
import type { Around } from './around.ts'
import { PlaceActs } from './place-acts.tsx'
import type { Agree } from './use-agree.ts'
import { namesOf } from './use-agree.ts'
import type { Comparison, Place } from './use-comparison.ts'

export interface PlacesProps {
  around: Around
  comparison: Comparison
  listed: readonly Place[]
  active: string | null
  agree: Agree
  may: boolean
  isTalking: boolean
  onChoose: (id: string) => void
  onLeave: () => void
  onTalk: (isTalking: boolean) => void
}

export function Places(props: PlacesProps) {
  const say = useSay('compare')
  const { around: { choices, set }, comparison, listed, active, may, onChoose, onLeave } = props
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => { list.current?.querySelector(`[data-active]`)?.scrollIntoView({ block: 'nearest' }) }, [active])
  return (
    <div className="compare-places">
      <header className="compare-places-head">
        <h2>{say('spots')}</h2>
        <Checkbox isSelected={choices.onlyDifferences} onChange={onlyDifferences => set({ onlyDifferences })}>{say('spots.differences')}</Checkbox>
        {may && comparison.places.length > 0 && <TakeStory {...props} />}
      </header>
      {listed.length === 0 && <p className="ui-hint">{say(comparison.places.length === 0 ? 'spots.none' : 'spots.noneDifferent')}</p>}
      <ol ref={list} className="compare-place-list">
        {listed.map(place => (
          <li key={place.id} className="compare-place" data-look={place.kind} data-active={place.id === active || undefined}>
            <button type="button" className="compare-place-face" aria-expanded={place.id === active} onClick={() => (place.id === active ? onLeave() : onChoose(place.id))}>
              <Face place={place} {...props} />
            </button>
            {place.id === active && <PlaceActs key={place.id} {...props} place={place} />}
          </li>
        ))}
      </ol>
    </div>
  )
}

/** The whole story at once, as far as nothing of it was agreed on yet. */
function TakeStory({ around: { coders }, comparison: { readers, places }, agree }: PlacesProps) {
  const say = useSay('compare')
  const isAll = places.every(({ agreed }) => agreed.length > 0)
  return (
    <Menu
      label={say('take')} placement="bottom end" trigger={<Button small isDisabled={agree.isBusy || isAll} icon={<ChevronDown aria-hidden />}>{say('take')}</Button>}
      parts={[{
        acts: [
          { id: 'alike', name: say('take.alike', { count: agree.alike }), isDisabled: agree.alike === 0, onAct: () => void agree.takeStory('alike') },
          ...readers.map(coder => ({ id: coder, name: say('take.coder', { name: coders.find(({ id }) => id === coder)?.name ?? '…' }), onAct: () => void agree.takeStory({ coder }) })),
          { id: 'all', name: say('take.all'), more: say('take.all.more'), onAct: () => void agree.takeStory('all') }
        ]
      }]}
    />
  )
}

const LONGEST = 140

function Face({ place, around: { codes, coders, me }, comparison: { story, readers } }: PlacesProps & { place: Place }) {
  const say = useSay('compare')
  const format = useFormats()
  const body = story.texts.find(({ id }) => id === place.text)?.body ?? ''
  const quote = body.slice(place.start, place.end).replace(/\s+/g, ' ')
  const missing = place.kind === 'some' ? readers.filter(reader => !place.codes.some(code => code.coders.includes(reader))) : []
  return (
    <>
      <span className="compare-place-kind">{say(`spot.${place.kind}`)}{place.agreed.length > 0 && <span className="compare-place-stands"> · {say('agree.stands')}</span>}</span>
      {place.codes.map(({ code, coders: by }) => {
        const known = codes.find(({ id }) => id === code)
        return (
          <span key={code} className="compare-place-code">
            <CodeSwatch colour={known?.colour ?? 1} /> <span className="compare-place-name">{known?.name ?? '…'}</span>
            <span className="compare-rings" aria-hidden>{by.map(id => <CoderRing key={id} small initials={coders.find(coder => coder.id === id)?.initials ?? ''} mine={id === me} />)}</span>
            <span className="only-read-aloud">{say('spot.by', { names: namesOf(by, coders, format.list) })}</span>
          </span>
        )
      })}
      {missing.length > 0 && <span className="compare-place-missing">{say('spot.notBy', { names: namesOf(missing, coders, format.list) })}</span>}
      <q className="compare-quote">{quote.length > LONGEST ? `${quote.slice(0, quote.lastIndexOf(' ', LONGEST))} …` : quote}</q>
    </>
  )
}
