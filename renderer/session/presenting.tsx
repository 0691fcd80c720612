// On the wall: a figure first and nothing said of it; a press on a part of it brings the stories of that part. Large type, by keys and
// by the buttons of a presenter (page up, page down).
import { useEffect, useRef, useState } from 'react'
import type { Card, Pack } from '../../shared/contract/pack.ts'
import type { Id } from '../../shared/domain/ids.ts'
import { cardPieces, REDACTED, wordsOfPieces } from '../../shared/session/edits.ts'
import { useRead } from '../api/hooks.ts'
import { useActions } from '../app/actions.ts'
import { formatRoute, go } from '../app/route.ts'
import { useLanguage } from '../i18n/language.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Slide } from './slide.tsx'

/** What tellers say of their story first, what they are last. */
const SHOWN = ['triad', 'stones', 'slider', 'likert', 'choice', 'multi'] as const

export function Presenting({ id }: { id: Id }) {
  const say = useSay('session')
  const read = useRead('pack.read', { pack: id }).data
  const signifiers = useRead('signifier.list', {}).data
  if (!read || !signifiers) return <div className="frame-page"><Skeleton label={say('show')} /></div>
  const shown = SHOWN.flatMap(kind => signifiers.filter(each => each.kind === kind))
  return <Wall pack={read.pack} cards={read.cards.filter(({ fit }) => fit !== 'look')} signifiers={shown} />
}

function Wall({ pack, cards, signifiers }: { pack: Pack, cards: readonly Card[], signifiers: Parameters<typeof Slide>[0]['signifier'][] }) {
  const say = useSay('session')
  const language = useLanguage()
  const wall = useRef<HTMLDivElement>(null)
  const hadDrawer = useRef(false)
  const [at, setAt] = useState(0)
  const slides = signifiers.length + 1 + cards.length
  const step = (by: number) => setAt(place => Math.min(slides - 1, Math.max(0, place + by)))
  const leave = () => { if (document.fullscreenElement) void document.exitFullscreen(); go(formatRoute({ place: 'sessie', rest: ['pakket', pack.id] })) }
  const fill = () => { if (document.fullscreenElement) void document.exitFullscreen(); else void wall.current?.requestFullscreen() }
  useActions([
    { id: 'wall.next', part: say('part'), name: say('wall.next'), keys: ['ArrowRight', 'PageDown'], run: () => step(1) },
    { id: 'wall.back', part: say('part'), name: say('wall.back'), keys: ['ArrowLeft', 'PageUp'], run: () => step(-1) },
    { id: 'wall.full', part: say('part'), name: say('wall.full'), keys: ['f'], run: fill },
    { id: 'wall.leave', part: say('part'), name: say('wall.leave'), keys: ['Escape'], when: () => !hadDrawer.current, run: leave }
  ])
  useEffect(() => {
    wall.current?.focus()
    // Escape closes the stories first; by the time it gets to the wall they are gone already.
    const look = () => { hadDrawer.current = Boolean(wall.current?.querySelector('.ui-drawer')) }
    window.addEventListener('keydown', look, true)
    return () => window.removeEventListener('keydown', look, true)
  }, [])
  const signifier = at > 0 && at <= signifiers.length ? signifiers[at - 1] : undefined
  const card = at > signifiers.length ? cards[at - signifiers.length - 1] : undefined
  return (
    <div ref={wall} className="session-wall" tabIndex={-1}>
      <div className="session-slide">
        {at === 0 && <><p className="session-wall-name">{pack.name}</p><h1>{pack.question || say('wall.question')}</h1></>}
        {signifier && <Slide key={signifier.id} signifier={signifier} hides={pack.look.hideSmall} />}
        {card && <article><h1 className="session-wall-number">{card.number}</h1><p className="session-wall-words" dir="auto">{wordsOfPieces(cardPieces(' '.repeat(card.start) + card.told, card, card.edits, REDACTED[language]))}</p></article>}
      </div>
      <footer className="session-wall-foot">
        <span role="status">{say('wall.at', { at: at + 1, of: slides })}</span>
        <span className="session-acts"><Button onPress={() => step(-1)} isDisabled={at === 0}>{say('wall.back')}</Button><Button onPress={() => step(1)} isDisabled={at === slides - 1}>{say('wall.next')}</Button><Button look="quiet" onPress={fill}>{say('wall.full')}</Button><Button look="quiet" onPress={leave}>{say('wall.leave')}</Button></span>
      </footer>
    </div>
  )
}
