// Where the group is in its analysis: six phases in which one may go back at any time; each step is in the history.
import { PHASES, type Phase } from '../../shared/domain/phase.ts'
import { useRead, useWrite } from '../api/hooks.ts'
import { useMay } from '../api/use-me.ts'
import { useSay } from '../i18n/say.ts'
import { Select } from '../ui/select.tsx'
import './memos.css'

export function PhaseSelect() {
  const say = useSay('themes')
  const project = useRead('project.read', {}).data
  const mayChange = useMay('code')
  const { write } = useWrite('project.phase')
  return (
    <Select<Phase>
      label={say('phase.project')} className="phase-select" isDisabled={!mayChange} value={project?.phase ?? null} placeholder={say('phase.none')} onChange={phase => void write({ phase })}
      choices={PHASES.map((id, at) => ({ id, name: `${at + 1}. ${say(`phase.${id}`)}`, more: say(`phase.${id}.more`) }))}
    />
  )
}
