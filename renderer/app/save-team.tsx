// What the save mark tells of a project in a team folder: saved here, and shared with the others; and one sentence on opening it.
import { useEffect } from 'react'
import type { Opened } from '../../shared/contract/desk.ts'
import type { SharedPlace } from '../../shared/contract/team.ts'
import { useTeam } from '../api/team-news.ts'
import { useSay, type Say } from '../i18n/say.ts'
import { sayInPassing } from '../ui/toast.tsx'
import { formatRoute } from './route.ts'
import { useTeamFaults } from './team-faults.ts'

/** shared: all is in the folder. saved: it is on its way. unshared: the folder does not take it. */
export type TeamMark = 'shared' | 'saved' | 'unshared'

/** Null: the project is not in a team folder. */
export function useTeamMark(): TeamMark | null {
  const team = useTeam()
  if (!team) return null
  return team.isShared ? 'shared' : team.publishing ? 'unshared' : 'saved'
}

/** In the mark's explanation. */
export function SaveTeam() {
  const say = useSay('team')
  const team = useTeam()
  const faults = useTeamFaults()
  if (!team) return null
  return (
    <>
      {team.unshared > 0 && <p>{say('waits', { count: team.unshared })}</p>}
      {faults.map(({ key, says }) => <p key={key} className="frame-save-fault">{says}</p>)}
      <p><a href={formatRoute({ place: 'project' })}>{say('to')}</a></p>
    </>
  )
}

export const placeWords = (say: Say<'team'>, place: SharedPlace): string => say(`where.${place.kind}`, place.kind === 'synced' ? { service: place.service } : {})

let told: string | null = null
/** Said once for each opening. */
export function useTellPlace({ path, place }: Opened): void {
  const say = useSay('team')
  useEffect(() => {
    if (told === path) return
    told = path
    if (place) sayInPassing({ says: placeWords(say, place), about: 'place' })
  }, [path, place, say])
}
