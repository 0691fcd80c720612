// Taking readings into the shared layer, and out of it again.
import { readingsOf, type AgreedPart } from '../../shared/agreement/readings.ts'
import { newId, type Id } from '../../shared/domain/ids.ts'
import { useWrite } from '../api/hooks.ts'
import { useSay } from '../i18n/say.ts'
import { sayInPassing } from '../ui/toast.tsx'
import type { Comparison, Place } from './use-comparison.ts'

export function useAgree({ story, places, codings }: Comparison) {
  const say = useSay('compare')
  const { write: accept, pending: accepting } = useWrite('consensus.accept')
  const { write: mark, pending: marking } = useWrite('consensus.mark')
  const fragmentOf = (part: AgreedPart) => {
    const text = story.texts.find(({ id }) => id === part.text)!
    return { text: part.text, revision: text.revision, start: part.start, end: part.end, quote: text.body.slice(part.start, part.end) }
  }
  const agreed = (parts: readonly AgreedPart[]) => parts.map(part => ({ coding: newId(), code: part.code, fragment: fragmentOf(part) }))
  /** Read alike, and not in the layer yet. */
  const alike = places.filter(({ kind, agreed: there }) => kind === 'same' && there.length === 0)
  return {
    isBusy: accepting || marking,
    alike: alike.length,
    /** This reading, in place of what the layer had of the place. */
    take: (place: Place, parts: readonly AgreedPart[]) => {
      const stays = place.agreed.filter(({ code, start, end }) => parts.some(part => part.code === code && part.start === start && part.end === end)).map(({ id }) => id)
      return accept({ story: story.id, agreed: agreed(parts), gone: place.agreed.map(({ id }) => id).filter(id => !stays.includes(id)) })
    },
    takeOut: (place: Place) => accept({ story: story.id, agreed: [], gone: place.agreed.map(({ id }) => id) }),
    /** Of every place that has nothing in the layer yet: what was read alike; one coder's reading; or every code that anyone put there. */
    takeStory: async (of: 'alike' | 'all' | { coder: Id }) => {
      const open = of === 'alike' ? alike : places.filter(({ agreed: there }) => there.length === 0)
      const taken = open.map(place => partsOf(place, of === 'alike' ? 'all' : of, codings)).filter(parts => parts.length > 0)
      if (taken.length === 0) return
      const done = await accept({ story: story.id, agreed: agreed(taken.flat()).slice(0, MOST) })
      if (done.ok) sayInPassing({ says: say('story.took', { count: taken.length }) })
    },
    discuss: (discussed: boolean) => mark({ story: story.id, discussed })
  }
}

/** As many as one call takes. */
const MOST = 300

function partsOf(place: Place, of: 'all' | { coder: Id }, codings: Comparison['codings']): AgreedPart[] {
  const readings = readingsOf(place, codings)
  if (of !== 'all') return readings.filter(({ is, coders }) => is === 'one' && coders.includes(of.coder)).flatMap(({ parts }) => parts)
  const whole = readings.findLast(({ is }) => is !== 'one') ?? readings[0]
  return whole?.parts ?? []
}

export type Agree = ReturnType<typeof useAgree>

/** Does the layer hold exactly this reading at the place? */
export const stands = ({ agreed }: Place, parts: readonly AgreedPart[]): boolean =>
  agreed.length === parts.length && parts.every(part => agreed.some(({ code, start, end }) => code === part.code && start === part.start && end === part.end))

/** Names of coders as one says them. */
export const namesOf = (ids: readonly Id[], coders: readonly { id: Id, name: string }[], list: (names: string[]) => string): string =>
  list(ids.map(id => coders.find(coder => coder.id === id)?.name ?? '…'))
