// Scales and anchors: the words at the ends of a slider, the corners of a triangle, the axes of stones, and the numbers in the file.
import { useSay } from '../i18n/say.ts'
import { NumberField } from '../ui/number-field.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { TextField } from '../ui/text-field.tsx'
import { LinesField } from './lines-field.tsx'
import type { FieldsOf } from './question-editor.tsx'

export function PlaceFields({ signifier, onChange }: FieldsOf<'slider' | 'triad' | 'stones'>) {
  const say = useSay('importing')
  const corners = signifier.kind === 'triad' ? ['top', 'left', 'right'] as const : signifier.kind === 'slider' ? ['from', 'to'] as const : ['xLeft', 'xRight', 'yBottom', 'yTop'] as const
  const word = (at: number): string => signifier.anchors[at] ?? ''
  const setWord = (at: number, words: string): void => {
    const anchors = corners.map((_, corner) => (corner === at ? words : word(corner)))
    if (signifier.kind === 'triad') onChange({ ...signifier, anchors: [anchors[0]!, anchors[1]!, anchors[2]!] })
    else onChange({ ...signifier, anchors: signifier.kind === 'stones' && anchors[2] === '' && anchors[3] === '' ? anchors.slice(0, 2) : anchors })
  }
  return (
    <>
      <div className="import-editor-row">
        {corners.map((corner, at) => <TextField key={corner} label={say(`anchor.${corner}`)} value={word(at)} onChange={words => setWord(at, words)} maxLength={300} />)}
      </div>
      {signifier.kind === 'triad' ? (
        <div className="import-editor-row">
          <RadioGroup
            asBar label={say('triad.whole')} value={String(signifier.whole)} onChange={id => onChange({ ...signifier, whole: id === '1' ? 1 : 100 })}
            choices={[{ id: '1', name: say('triad.one') }, { id: '100', name: say('triad.hundred') }]}
          />
          <RadioGroup
            label={say('triad.top')} value={signifier.top} onChange={top => onChange({ ...signifier, top })}
            choices={[{ id: 'share', name: say('triad.top.share') }, { id: 'height', name: say('triad.top.height') }]}
          />
        </div>
      ) : <Scale signifier={signifier} onChange={onChange} />}
      {signifier.kind === 'stones' && (
        <div className="import-editor-row">
          {signifier.stones.map((stone, at) => (
            <TextField
              key={stone.key} label={say('stone.name', { number: at + 1 })} value={stone.label} maxLength={200}
              onChange={label => onChange({ ...signifier, stones: signifier.stones.map(one => (one === stone ? { ...one, label } : one)) })}
            />
          ))}
        </div>
      )}
    </>
  )
}

/** Both ends of the scale in the file; they may not be the same number. */
function Scale({ signifier, onChange }: FieldsOf<'slider' | 'stones'>) {
  const say = useSay('importing')
  const { from, to } = signifier.scale
  const set = (scale: { from: number, to: number }): void => {
    if (Number.isFinite(scale.from) && Number.isFinite(scale.to) && scale.from !== scale.to) onChange({ ...signifier, scale })
  }
  return (
    <div className="import-editor-row is-numbers">
      <NumberField label={say('scale.from')} value={from} onChange={value => set({ from: value, to })} />
      <NumberField label={say('scale.to')} hint={say('scale.hint')} value={to} onChange={value => set({ from, to: value })} />
    </div>
  )
}

export function MultiFields({ signifier, onChange }: FieldsOf<'multi'>) {
  const say = useSay('importing')
  return (
    <>
      {signifier.delimiter !== null && (
        <TextField
          label={say('multi.delimiter')} hint={say('multi.delimiter.hint')} value={signifier.delimiter === '\n' ? '↵' : signifier.delimiter} maxLength={5}
          onChange={typed => { if (typed !== '') onChange({ ...signifier, delimiter: typed === '↵' ? '\n' : typed }) }}
        />
      )}
      <div className="import-editor-row">
        <LinesField label={say('multi.ticked')} hint={say('multi.ticked.hint')} value={signifier.ticked} onChange={ticked => onChange({ ...signifier, ticked })} />
        <LinesField label={say('multi.unticked')} hint={say('multi.unticked.hint')} value={signifier.unticked} onChange={unticked => onChange({ ...signifier, unticked })} />
      </div>
    </>
  )
}
