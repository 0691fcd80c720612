// The places of the work, in its order, with icons and words.
import { useSay } from '../i18n/say.ts'
import { places } from './places.tsx'
import { formatRoute } from './route.ts'

export function PlaceBar({ at }: { at: string }) {
  const say = useSay('frame')
  return (
    <nav className="frame-places" aria-label={say('places')}>
      <ul>
        {places.filter(place => place.inBar).map(({ id, name, icon: Icon, fetch }) => (
          <li key={id}>
            <a href={formatRoute({ place: id })} className="frame-place" onPointerEnter={fetch} onFocus={fetch} aria-current={id === at ? 'page' : undefined}>
              <Icon aria-hidden />
              <span>{say(name)}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
