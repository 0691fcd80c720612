// Which reading came from which session: everything that was harvested, by the theme or code it is about.
import type { Harvest, Session } from '../../shared/contract/session.ts'
import { useRead } from '../api/hooks.ts'
import { useSay } from '../i18n/say.ts'
import { HarvestFace } from './session-harvest.tsx'
import { useAboutNames } from './use-about-names.ts'

export function HarvestByTheme({ sessions }: { sessions: readonly Session[] }) {
  const say = useSay('session')
  const harvests = useRead('harvest.list', {}).data ?? []
  const nameOf = useAboutNames()
  if (harvests.length === 0) return null
  const parts = [...Map.groupBy(harvests, ({ about }) => (about ? nameOf(about) : ''))].toSorted(([a], [b]) => (a === '' ? 1 : b === '' ? -1 : a.localeCompare(b, 'nl')))
  const where = (harvest: Harvest) => sessions.find(({ id }) => id === harvest.session)?.name ?? '…'
  return (
    <section className="session-stack" aria-label={say('byTheme')}>
      <h2>{say('byTheme')}</h2>
      {parts.map(([name, list]) => (
        <details key={name} className="session-part" open>
          <summary>{name || say('harvest.nothing')} <span className="ui-count">{list.length}</span></summary>
          <ul className="session-harvests">{list.map(harvest => <HarvestFace key={harvest.id} harvest={harvest} where={where(harvest)} />)}</ul>
        </details>
      ))}
    </section>
  )
}
