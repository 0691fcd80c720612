// When the support began, as a day some time before the story was told.
import { randomFor } from '../random.ts'
import type { Slot } from './deal.ts'

/** Three in a hundred do not know any more (n.v.t.), five left it blank. */
export function setStart(slots: Slot[], collectedOn: string[]): void {
  const random = randomFor('gezinnen/sinds')
  slots.forEach((slot, at) => {
    const chance = random.next()
    const before = 45 + random.below(480)
    if (chance < 0.03) slot.answers['sinds'] = { is: 'na' }
    else if (chance > 0.08) slot.answers['sinds'] = { is: 'date',
      day: new Date(Date.parse(collectedOn[at]!) - 86_400_000 * before).toISOString().slice(0, 10) }
  })
}
