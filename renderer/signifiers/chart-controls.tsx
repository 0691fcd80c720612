// How a question is shown: whole or side by side, as a picture or a table, and what its kind of picture can do.
import { SlidersHorizontal } from 'lucide-react'
import { Button } from '../ui/button.tsx'
import { ComboBox } from '../ui/combo-box.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { Popover } from '../ui/popover.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { Select } from '../ui/select.tsx'
import { useSay } from '../i18n/say.ts'
import { againstOf, canChange, chosenWaves, hasMeans, readSplit, spellSplit, wavesOf, type QuestionPanelProps, type Waves } from './choices.ts'

export function ChartControls({ signifier, signifiers, codes, project, choices, onChange }: QuestionPanelProps) {
  const say = useSay('patterns')
  const closed = signifiers.filter(({ kind, id }) => id !== signifier.id && (kind === 'choice' || kind === 'multi' || kind === 'likert'))
  const scales = signifier.kind === 'slider' ? signifiers.filter(({ kind, id }) => id !== signifier.id && kind === 'slider') : []
  const splits = [
    { id: 'none', name: say('split.none') },
    ...(project.groups.length > 1 ? [{ id: 'group', name: say('split.group') }] : []), ...(project.waves.length > 1 ? [{ id: 'wave', name: say('split.wave') }] : []),
    { id: 'period:quarter', name: say('split.quarter') },
    ...closed.map(({ id, title }) => ({ id: `q:${id}`, name: title, more: say('split.question') })),
    ...scales.map(({ id, title }) => ({ id: `q:${id}`, name: title, more: say('split.scale') })),
    ...codes.filter(({ retired }) => !retired).map(({ id, name }) => ({ id: `c:${id}`, name: say('split.code', { code: name }), more: say('split.code.more') }))
  ]
  const { kind } = signifier
  const faces = [{ id: 'picture' as const, name: say('face.picture') }, { id: 'table' as const, name: say('face.table') }, ...(hasMeans(signifier) ? [{ id: 'codes' as const, name: say('face.codes') }] : []), ...(canChange(signifier, project) ? [{ id: 'change' as const, name: say('face.change') }] : [])]
  const hasPlaces = kind === 'triad' || (kind === 'stones' && signifier.anchors.length > 2)
  const isPicture = choices.face === 'picture' || choices.face === 'change'
  return (
    <div className="patterns-controls">
      {choices.face === 'change' ? <WaveSelects project={project} choices={choices} onChange={onChange} /> : <div className="patterns-split"><ComboBox key={signifier.id} label={say('split')} choices={splits} value={spellSplit(choices.split)} onChange={id => onChange({ split: readSplit(id) })} /></div>}
      <RadioGroup label={say('face')} asBar choices={faces} value={choices.face} onChange={face => onChange({ face })} />
      {isPicture && (hasPlaces || (kind === 'slider' && !againstOf(choices.split, signifier, signifiers))) && (
        <Popover label={say('view')} trigger={<Button icon={<SlidersHorizontal aria-hidden />}>{say('view')}</Button>}>
          <div className="patterns-settings">
            {kind === 'slider' && <Select label={say('bins')} choices={(['tens', 'classes'] as const).map(id => ({ id, name: say(`bins.${id}`) }))} value={choices.bins} onChange={bins => onChange({ bins })} />}
            {kind !== 'stones' && <RadioGroup label={say('middle')} choices={(['arithmetic', 'geometric'] as const).map(id => ({ id, name: say(`middle.${id}`) }))} value={choices.middle} onChange={middle => onChange({ middle })} />}
            {kind === 'triad' && <Checkbox isSelected={choices.zones} onChange={zones => onChange({ zones })}>{say('zones')}</Checkbox>}
            {kind === 'triad' && <Checkbox isSelected={choices.density} onChange={density => onChange({ density })}>{say('density')}</Checkbox>}
            {hasPlaces && <Checkbox isSelected={choices.ellipse ?? false} onChange={ellipse => onChange({ ellipse })}>{say(kind === 'stones' ? 'ellipse.stone' : 'ellipse')}</Checkbox>}
          </div>
        </Popover>
      )}
    </div>
  )
}

/** Which wave comes first and which after; one that is chosen twice changes places with the other. */
function WaveSelects({ project, choices, onChange }: Pick<QuestionPanelProps, 'project' | 'choices' | 'onChange'>) {
  const say = useSay('change')
  const chosen = chosenWaves(choices, project)
  const known = wavesOf(project).map(wave => ({ id: wave ?? NONE, name: wave === null ? say('none') : project.waves.find(({ id }) => id === wave)?.name ?? '' }))
  const choose = (at: 0 | 1, spelled: string) => {
    const wave = spelled === NONE ? null : spelled
    const other = chosen[1 - at]!
    const kept = other === wave ? chosen[at] : other
    const waves: Waves = at === 0 ? [wave, kept] : [kept, wave]
    onChange({ waves })
  }
  return <>{([0, 1] as const).map(at => <Select key={at} label={say(at === 0 ? 'first' : 'second')} choices={known} value={chosen[at] ?? NONE} onChange={spelled => choose(at, spelled)} />)}</>
}

const NONE = 'none'
