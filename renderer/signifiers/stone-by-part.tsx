// One stone in every part beside each other: its mean place in each as a numbered dot in one field (M33); a part in which it lies too
// seldom has no mean, and says so. Each opens the stories in which it lies.
import { Button } from 'react-aria-components'
import type { Pattern } from '../../shared/contract/pattern.ts'
import type { Id } from '../../shared/domain/ids.ts'
import { LEAST_GROUP } from '../../shared/crosstab/row-test.ts'
import { StonesField } from '../charts/stones-field.tsx'
import { StonesLine } from '../charts/stones-line.tsx'
import type { Mark } from './picture.tsx'
import { partWords, type Words } from './pattern-words.ts'

export interface StonePlace { id: string, name: string, placed: number, /** Null where it lies too seldom. */ mean: { x: number, y: number | null, sd: number | null } | null }

/** In the order of the parts; parts without any story in which it lies are none. */
export function stonePlaces({ parts }: Pick<Pattern, 'parts'>, at: number, nameOf: (part: Pattern['parts'][number]) => string): StonePlace[] {
  return parts.flatMap(part => {
    const lies = part.stones[at]
    if (!lies || lies.placed === 0) return []
    const mean = lies.placed < LEAST_GROUP || lies.x.mean === null ? null : { x: lies.x.mean, y: lies.y?.mean ?? null, sd: lies.x.sd }
    return [{ id: part.key, name: nameOf(part), placed: lies.placed, mean }]
  })
}

export function StoneByPart({ pattern, words, stone, onMark }: { pattern: Pattern, words: Words, stone: Id, onMark: (mark: Mark) => void }) {
  const { say, format, signifier } = words
  const chosen = signifier.stones.find(({ id }) => id === stone)!
  const places = stonePlaces(pattern, signifier.stones.indexOf(chosen), part => partWords(part, words))
  const label = say('stones.byPart', { stone: chosen.name })
  const open = (part: string) => onMark({ part, columns: [], placed: true })
  const few = places.filter(({ mean }) => mean === null)
  const [first, ...others] = places.filter(({ mean }) => mean !== null)
  if (!first || others.length + few.length === 0) return null
  const shown = [first, ...others]
  return (
    <section className="patterns-part" aria-label={label}>
      <h3>{label}</h3>
      {signifier.anchors.length <= 2
        ? <StonesLine label={label} anchors={signifier.anchors} chosen={null} onStone={open} stones={shown.map(({ mean, ...place }) => ({ ...place, mean: mean!.x, sd: mean!.sd }))} />
        : (
          <>
            <StonesField label={label} anchors={signifier.anchors} chosen={null} dots={[]} counts={{}} onStone={open} stones={shown.map(({ mean, ...place }) => ({ ...place, x: mean!.x, y: mean!.y }))} />
            <ol className="patterns-stone-parts">
              {shown.map(({ id, name, placed, mean }, at) => <li key={id}><b>{at + 1}</b> <Button className="patterns-number" onPress={() => open(id)}>{name}</Button> <span className="chart-n">{say('stones.place', { n: format.number(placed), x: format.number(mean!.x), y: format.number(mean!.y ?? 50) })}</span></li>)}
            </ol>
          </>
        )}
      {few.map(({ id, name, placed }) => <p key={id} className="ui-hint"><Button className="patterns-number" onPress={() => open(id)}>{name}</Button> {say('stones.few', { count: placed })}</p>)}
    </section>
  )
}
