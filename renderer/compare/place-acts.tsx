// What one can do at a place: take a reading into the shared layer, or talk about it.
import { MessagesSquare } from 'lucide-react'
import { readingsOf, type Reading } from '../../shared/agreement/readings.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { Kbd } from '../ui/kbd.tsx'
import type { PlacesProps } from './places.tsx'
import { TalkCard } from './talk-card.tsx'
import { TalkForm } from './talk-form.tsx'
import { namesOf, stands } from './use-agree.ts'
import { NUMBERED } from './use-compare-keys.ts'
import type { Place } from './use-comparison.ts'

export function PlaceActs({ place, around, comparison, agree, may, isTalking, onTalk }: PlacesProps & { place: Place }) {
  const say = useSay('compare')
  const format = useFormats()
  const { story, codings } = comparison
  const readings = readingsOf(place, codings)
  const body = story.texts.find(({ id }) => id === place.text)?.body ?? ''
  const codeName = (id: string) => around.codes.find(code => code.id === id)?.name ?? '…'
  const nameOf = ({ is, coders, parts }: Reading) => {
    const whose = is === 'one' ? say('agree.one', { names: namesOf(coders, around.coders, format.list) }) : say(`agree.${is}`)
    return place.codes.length > 1 && is !== 'both' ? `${codeName(parts[0]!.code)}, ${whose.charAt(0).toLocaleLowerCase()}${whose.slice(1)}` : whose
  }
  /** Where the words are what differs, the words are shown. */
  const wordsOf = ({ parts }: Reading) => (place.kind === 'edges' ? parts.map(({ start, end }) => body.slice(start, end).replace(/\s+/g, ' ')).join(' … ') : null)
  return (
    <div className="compare-acts">
      {place.talks.length > 0 && <div className="compare-talks" aria-label={say('spot.talks')} role="group">{place.talks.map(talk => <TalkCard key={talk.id} around={around} talk={talk} isHere />)}</div>}
      {isTalking ? <TalkForm comparison={comparison} place={place} onDone={() => onTalk(false)} />
        : may && <Button small look={place.talks.length > 0 ? 'plain' : 'primary'} icon={<MessagesSquare aria-hidden />} onPress={() => onTalk(true)}>{say('talk.open')}<Kbd keys="G" /></Button>}
      {may && (
        <section className="compare-agree" aria-label={say('agree')}>
          <h3>{say('agree')}</h3>
          <ul>
            {readings.map((reading, at) => {
              const [name, words, isIn] = [nameOf(reading), wordsOf(reading), stands(place, reading.parts)]
              return (
                <li key={at}>
                  <span>{name}{words && <q className="compare-quote">{words}</q>}</span>
                  {isIn ? <Button small look="quiet" isDisabled={agree.isBusy} onPress={() => void agree.takeOut(place)}>{say('agree.out')}<span className="only-read-aloud">: {name}</span></Button>
                    : <Button small isDisabled={agree.isBusy} onPress={() => void agree.take(place, reading.parts)}>{say('agree.take')}<span className="only-read-aloud">: {name}</span>{at < NUMBERED && <Kbd keys={String(at + 1)} />}</Button>}
                </li>
              )
            })}
          </ul>
          <p className="ui-hint">{say('agree.hint')}</p>
        </section>
      )}
    </div>
  )
}
