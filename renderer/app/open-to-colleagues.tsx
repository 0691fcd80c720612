// A quiet sign for as long as the project is open to the network, so that nobody forgets that it is.
import { Network } from 'lucide-react'
import { useLan } from '../api/lan.ts'
import { useSay } from '../i18n/say.ts'
import { formatRoute } from './route.ts'

const LOOK = 10_000

export function OpenToColleagues() {
  const say = useSay('lan')
  const { data } = useLan(LOOK)
  if (!data?.open) return null
  return <a className="frame-lan" href={formatRoute({ place: 'project' })} title={say('isOpen')}><Network aria-hidden /><span className="frame-lan-words">{say('chip')}</span></a>
}
