// What is wrong with the team folder, each in a sentence; what one can do about it stands on the project's page.
import type { TeamState } from '../../shared/contract/team.ts'
import type { Output } from '../../shared/contract/index.ts'
import { useRead } from '../api/hooks.ts'
import { useTeam } from '../api/team-news.ts'
import { failureWords } from '../i18n/failure-words.ts'
import { useFormats, type Formats } from '../i18n/format.ts'
import { useSay, type Say } from '../i18n/say.ts'

export interface TeamFault { key: string, says: string, is: 'folder' | 'unreadable' | 'copy' | 'other', /** Of a copy: its file beside the shared one. */ name?: string }
const HOUR = 3_600_000

export function useTeamFaults(): TeamFault[] {
  const say = useSay('team')
  const format = useFormats()
  const team = useTeam()
  const coders = useRead('coder.list', {}).data
  return team && coders ? faultsOf(team, coders, say, format) : []
}

function faultsOf(team: TeamState, coders: Output<'coder.list'>, say: Say<'team'>, format: Formats): TeamFault[] {
  const nameOf = (id: string | null): string | undefined => coders.find(coder => coder.id === id)?.name
  const faults: TeamFault[] = []
  const add = (key: string, says: string, is: TeamFault['is'] = 'other', name?: string): void => void faults.push({ key, says, is, ...(name === undefined ? {} : { name }) })
  const trouble = team.publishing ?? team.receiving
  if (trouble) add(trouble, say(`fault.${trouble}`), 'folder')
  if (team.base === 'unreadable') add('unreadable', say('fault.unreadable'), 'unreadable')
  if (team.base === 'other_project') add('other_project', say('fault.other_project'))
  for (const { name, changes } of team.copies) add(`copy ${name}`, say('fault.copy', { name, count: changes }), 'copy', name)
  for (const { writer, number, why, since, coders: whose } of team.late) {
    const names = whose.flatMap(id => nameOf(id) ?? [])
    add(`late ${writer} ${number}`, say(`fault.late.${why}`, { names: names.length > 0 ? format.list(names) : say('fault.late.somebody'), number, when: format.moment(since) }))
  }
  for (const { why, on } of team.waiting) add(`waits ${why} ${on}`, failureWords({ kind: 'conflict', message: `merge.waits.${why}`, values: { on } }))
  if (team.skew) {
    const hours = Math.round(team.skew.ahead / HOUR)
    add('skew', say('fault.skew', { name: nameOf(team.skew.coder) ?? say('fault.late.somebody'), hours: hours < 48 ? say('fault.skew.hours', { count: hours }) : say('fault.skew.days', { count: Math.round(hours / 24) }) }))
  }
  return faults
}
