// An address that leads nowhere (an old link, a typo) says so and leads back.
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { firstPlace } from './places.tsx'
import { formatRoute, go } from './route.ts'

export function UnknownPlace() {
  const say = useSay('frame')
  const back = () => go(formatRoute({ place: firstPlace().id }))
  return <EmptyState isPage title={say('place.unknown')} says="" act={<Button look="primary" onPress={back}>{say('place.back')}</Button>} />
}
