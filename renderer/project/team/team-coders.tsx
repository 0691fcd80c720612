// How far everybody's work has come to this computer, and whose is still on its way.
import type { TeamRead } from '../../../shared/contract/team.ts'
import type { Output } from '../../../shared/contract/index.ts'
import { useTeam } from '../../api/team-news.ts'
import { useFormats } from '../../i18n/format.ts'
import { useSay } from '../../i18n/say.ts'

export function TeamCoders({ rows, coders }: { rows: TeamRead['coders'], coders: Output<'coder.list'> }) {
  const say = useSay('team')
  const format = useFormats()
  const late = new Set(useTeam()?.late.flatMap(file => file.coders))
  const known = rows.flatMap(row => { const coder = coders.find(({ id }) => id === row.coder); return coder ? [{ ...row, name: coder.name }] : [] })
  return (
    <div className="project-scroll">
      <table className="project-table">
        <caption className="only-read-aloud">{say('coders')}</caption>
        <thead><tr><th scope="col">{say('coder')}</th><th scope="col">{say('coder.last')}</th>{late.size > 0 && <th scope="col">{say('coder.note')}</th>}</tr></thead>
        <tbody>
          {known.map(({ coder, name, lastAt }) => (
            <tr key={coder}>
              <th scope="row">{name}</th>
              <td>{lastAt === null ? say('coder.none') : format.moment(lastAt)}</td>
              {late.size > 0 && <td>{late.has(coder) && say('coder.late')}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
