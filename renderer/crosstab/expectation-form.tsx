// Writing down what one expects, before looking: of which code or theme, at which question, and which way.
import { useRef, useState } from 'react'
import type { Direction, Expected } from '../../shared/contract/expectation.ts'
import { newId } from '../../shared/domain/ids.ts'
import { useWrite } from '../api/hooks.ts'
import { failureWords } from '../i18n/failure-words.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { ComboBox } from '../ui/combo-box.tsx'
import { Notice } from '../ui/notice.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { Select } from '../ui/select.tsx'
import { TextField } from '../ui/text-field.tsx'
import type { Around } from './around.ts'
import { expectedWords, spotName, type ExpectationWords } from './expectation-words.ts'

const DIRECTIONS = ['more', 'less', 'differs'] as const

export function ExpectationForm(around: Around) {
  const { project, codes, themes, signifiers } = around
  const say = useSay('crosstab')
  const words: ExpectationWords = { say, format: useFormats(), around }
  const id = useRef(newId()) // a retry is the same expectation
  const [row, setRow] = useState<string | null>(null)
  const [asked, setAsked] = useState<string | null>(null)
  const [stone, setStone] = useState<string | null>(null)
  const [spot, setSpot] = useState<string | null>(null)
  const [direction, setDirection] = useState<Direction>('more')
  const [why, setWhy] = useState('')
  const { write, pending, failure } = useWrite('expectation.declare', { quiet: true })

  const rows = [...codes.filter(({ retired }) => !retired).map(({ id: code, name }) => ({ id: code, name })), ...themes.map(theme => ({ id: theme.id, name: say('rows.themeOf', { theme: theme.name }) }))]
  const questions = [
    ...(project.groups.length > 1 ? [{ id: 'group', name: say('columns.group') }] : []), ...(project.waves.length > 1 ? [{ id: 'wave', name: say('columns.wave') }] : []),
    ...signifiers.filter(({ kind }) => kind !== 'text' && kind !== 'date').map(({ id: question, title }) => ({ id: question, name: title }))
  ]
  const signifier = signifiers.find(one => one.id === asked) ?? null
  const columns: Expected['columns'] | null = asked === null ? null : asked === 'group' || asked === 'wave' ? { is: asked }
    : { is: 'signifier', signifier: asked, ...(signifier?.kind === 'stones' ? { stone: signifier.stones.find(one => one.id === stone)?.id ?? signifier.stones[0]!.id } : {}) }
  const spots = columns ? spotsOf(columns) : []
  const chosen = spots.find(one => spell(one) === spot) ?? spots[0] ?? null
  const theme = themes.find(one => one.id === row)
  const code = codes.find(one => one.id === row)
  const way: Direction = chosen?.is === 'whole' ? 'differs' : direction
  const expected: Expected | null = columns && chosen && (theme || code) ? { by: theme ? { theme: theme.id } : { code: code!.id, branch: false }, columns, spot: chosen, direction: way } : null
  const keep = async () => {
    if (!expected) return
    const done = await write({ id: id.current, ...expected, words: why })
    if (!done.ok) return
    id.current = newId()
    setRow(null)
    setWhy('')
  }
  return (
    <form className="crosstab-expect" onSubmit={event => { event.preventDefault(); void keep() }}>
      <ComboBox key={`row ${row ?? ''}`} label={say('expect.row')} choices={rows} value={row} onChange={setRow} />
      <ComboBox key={`question ${asked ?? ''}`} label={say('expect.question')} choices={questions} value={asked} onChange={next => { setAsked(next); setSpot(null) }} />
      {signifier?.kind === 'stones' && <Select label={say('columns.stone')} choices={signifier.stones} value={stone ?? signifier.stones[0]!.id} onChange={setStone} />}
      {spots.length > 1 && chosen && <Select label={say('expect.spot')} choices={spots.map(one => ({ id: spell(one), name: nameOf(one) }))} value={spell(chosen)} onChange={setSpot} />}
      {chosen && chosen.is !== 'whole' && (
        <RadioGroup label={say('expect.direction')} asBar choices={DIRECTIONS.map(one => ({ id: one, name: say(`expect.${chosen.is === 'score' ? 'higher' : 'oftener'}.${one}`) }))} value={direction} onChange={setDirection} />
      )}
      <TextField label={say('expect.why')} lines={2} value={why} onChange={setWhy} maxLength={2000} />
      {expected && <p className="crosstab-verdict">{expectedWords({ ...expected, name: (theme ?? code)!.name }, words)}</p>}
      {failure && <Notice kind="error">{failureWords(failure)}</Notice>}
      <Button type="submit" look="primary" isDisabled={!expected || pending}>{say('expect.keep')}</Button>
    </form>
  )

  /** A question with steps is first of all a scale; of several ticks each is a question of its own. */
  function spotsOf(by: Expected['columns']): Expected['spot'][] {
    const column = (all: readonly { id: string }[]): Expected['spot'][] => all.map(({ id: key }) => ({ is: 'column', key }))
    const whole: Expected['spot'] = { is: 'whole' }
    if (by.is !== 'signifier') return [...column(by.is === 'group' ? project.groups : project.waves), whole]
    switch (signifier?.kind) {
      case 'slider': case 'number': return [{ is: 'score', key: 'score' }]
      case 'likert': return [{ is: 'score', key: 'likert' }, ...column(signifier.options), whole]
      case 'choice': return [...column(signifier.options), whole]
      case 'multi': return column(signifier.options)
      case 'triad': return [0, 1, 2].map(part => ({ is: 'score', key: `share${part}` }))
      case 'stones': return (signifier.anchors.length > 2 ? ['x', 'y'] : ['x']).map(key => ({ is: 'score', key }))
      default: return []
    }
  }
  function nameOf(one: Expected['spot']): string {
    return one.is === 'whole' ? say('expect.spot.whole') : spotName({ columns: columns!, spot: one }, words) || say('expect.spot.score')
  }
}

const spell = (spot: Expected['spot']): string => (spot.is === 'whole' ? 'whole' : `${spot.is} ${spot.key}`)
