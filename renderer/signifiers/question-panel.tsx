// One question: as it was asked, who answered, its picture (or table, or its mean for every code), and the stories behind what is pressed.
import { startTransition, useRef, useState } from 'react'
import type { Id } from '../../shared/domain/ids.ts'
import { columnRule, columnsRule, partRule, type OfQuestion } from '../../shared/domain/column-rule.ts'
import { bothFilters } from '../../shared/domain/filter-parts.ts'
import type { Pattern, Split } from '../../shared/contract/pattern.ts'
import type { StoryFilter } from '../../shared/domain/layer.ts'
import { answeredRule, eitherWave, waveRule } from '../../shared/domain/wave-rule.ts'
import { failureOf } from '../api/failed.ts'
import { useRead } from '../api/hooks.ts'
import { LEAST_FOR_PERCENT } from '../charts/numbers.ts'
import { StoriesDrawer } from '../filter/stories-drawer.tsx'
import { failureWords } from '../i18n/failure-words.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { Notice } from '../ui/notice.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { ChartControls } from './chart-controls.tsx'
import { againstOf, canChange, chosenWaves, hasMeans, splitOf, type Choices, type QuestionPanelProps, type Signifier } from './choices.ts'
import { AssociationPart, isAssociated } from './association.tsx'
import { ApartWords, DifferencePicture, isWeighed } from './code-apart.tsx'
import { CodeMeans } from './code-means.tsx'
import { FreeAnswers } from './free-answers.tsx'
import { lassoRule, Picture, type Mark } from './picture.tsx'
import { captionOf, columnName, partWords, tableOf, type Words } from './pattern-words.ts'
import { NumbersTable } from './numbers-table.tsx'
import { SaveMenu } from './save-menu.tsx'
import { ScatterChart } from './scatter.tsx'
import { StoneKeys } from './stone-keys.tsx'
import { WaveChange } from './wave-change.tsx'

export function QuestionPanel(props: QuestionPanelProps) {
  const { signifier, project } = props
  const wordings = signifier.wordings.filter(({ title }) => title !== signifier.title)
  return (
    <article className="patterns-question">
      <header>
        <h2>{signifier.title}</h2>
        {wordings.length > 0 && (
          <dl className="patterns-wordings">
            {signifier.wordings.map(({ group, title }) => <div key={group}><dt>{project.groups.find(({ id }) => id === group)?.name ?? ''}</dt><dd>{title}</dd></div>)}
          </dl>
        )}
      </header>
      {signifier.kind === 'text' ? <FreeAnswers {...props} /> : <QuestionChart key={signifier.id} {...props} />}
    </article>
  )
}

/** Split by another scale, a scale is held against it; means per code and waves are what they are. */
function QuestionChart(props: QuestionPanelProps) {
  const { choices, signifier, signifiers, project } = props
  const face = choices.face === 'change' && !canChange(signifier, project) ? 'picture' : choices.face
  const other = face === 'picture' || face === 'table' ? againstOf(choices.split, signifier, signifiers) : null
  return other ? <ScatterChart {...props} choices={{ ...choices, face }} other={other} /> : <Chart {...props} />
}

function Chart({ signifier, signifiers, codes, project, choices, onChange }: QuestionPanelProps) {
  const say = useSay('patterns')
  const table = useSay('crosstab')
  const format = useFormats()
  const figure = useRef<HTMLDivElement>(null)
  const face = (choices.face === 'codes' && !hasMeans(signifier)) || (choices.face === 'change' && !canChange(signifier, project)) ? 'picture' : choices.face
  const waves = face === 'change' ? chosenWaves(choices, project) : null
  const all = project.waves.map(({ id }) => id)
  const split: Split | null = waves ? { is: 'wave' } : splitOf(choices.split, signifier.id, signifiers, codes, project)
  const filter = waves ? bothFilters(choices.filter, eitherWave(waves, all)) : choices.filter
  const splitBy = split?.is === 'signifier' ? signifiers.find(({ id }) => id === split.signifier) ?? null : null
  const kept = choices.stones[signifier.id]
  const stone = signifier.kind === 'stones' ? signifier.stones.find(({ id }) => id === kept)?.id ?? null : null
  const words: Words = { say, table, format, signifier, splitBy, byWave: split?.is === 'wave', isWhole: signifier.kind === 'stones' && stone === null }
  const { data, error, isPlaceholderData } = useRead('pattern.chart', {
    signifier: signifier.id, split, layer: choices.layer, filter, ...(stone ? { stone } : {}), ...(signifier.kind === 'slider' && choices.bins === 'classes' ? { bins: { is: 'classes', count: 10 } } : {})
  }, { keepFormer: true })
  const [mark, setMark] = useState<Mark | null>(null)
  if (error) return <Notice kind="error">{failureWords(failureOf(error))}</Notice>
  // Of more waves than two the others are empty here; the two stand in the order that was chosen.
  const pattern = data && waves ? { ...data, parts: data.parts.filter(({ stories }) => stories > 0).toSorted((one, other) => waves.indexOf(waveOf(one)) - waves.indexOf(waveOf(other))) } : data
  if (!pattern) return <Skeleton label={say('loading')} lines={8} />
  const set = (part: Partial<Choices>) => { onChange(part); setMark(null) }
  const chooseStone = (id: Id) => set({ stones: { ...choices.stones, [signifier.id]: id } })
  const behind = mark && storiesBehind(mark, pattern, { signifier: signifier.id, kind: signifier.kind, stone: stone ?? undefined }, splitBy, choices, words, split?.is === 'wave' ? all : null)
  const notes = notesOf(pattern, words)
  // A file stands by itself: how each group was asked goes along.
  const asked = signifier.wordings.some(({ title }) => title !== signifier.title) ? signifier.wordings.map(({ group, title }) => `${project.groups.find(({ id }) => id === group)?.name ?? ''}: “${title}”`) : []
  return (
    <div className="patterns-chart" aria-busy={isPlaceholderData}>
      <p className="patterns-n" data-testid="caption">{notes.join(' — ')}</p>
      <div className="patterns-bar">
        <ChartControls signifier={signifier} signifiers={signifiers} codes={codes} project={project} choices={{ ...choices, split, face }} onChange={set} />
        <SaveMenu figure={figure} isPicture={face === 'picture' || face === 'change'} name={signifier.key} title={signifier.title} notes={[...asked, ...notes]} sheet={() => tableOf(pattern, words)} />
      </div>
      {face === 'table' ? <NumbersTable sheet={tableOf(pattern, words)} caption={signifier.title} hasPercents /> : face === 'codes' ? <CodeMeans signifier={signifier} codes={codes} choices={choices} /> : (
        <div ref={figure} className="patterns-figure">
          {signifier.kind === 'stones' && <StoneKeys stones={signifier.stones} spreads={pattern.parts[0]?.stones ?? []} chosen={stone} isFlat={signifier.anchors.length <= 2} onChoose={id => (id === null ? set({ stones: Object.fromEntries(Object.entries(choices.stones).filter(([key]) => key !== signifier.id)) }) : chooseStone(id))} />}
          <Picture pattern={pattern} words={words} choices={choices} stone={stone} mark={mark} onMark={next => startTransition(() => setMark(next))} onStone={chooseStone} beside={split?.is === 'code' ? <DifferencePicture pattern={pattern} words={words} choices={choices} /> : null} />
        </div>
      )}
      {split?.is === 'code' && face === 'picture' && isWeighed(signifier) && <ApartWords words={words} choices={choices} code={split.code} branch={split.branch} />}
      {!waves && face === 'picture' && isAssociated(pattern, words) && <AssociationPart pattern={pattern} words={words} filter={filter} onMark={setMark} />}
      {waves && <WaveChange signifier={signifier} project={project} choices={choices} waves={waves} stone={stone} />}
      {pattern.overlapping && <p className="ui-hint">{say('overlapping')}</p>}
      {behind && <StoriesDrawer key={JSON.stringify(behind.rule)} title={behind.title} lead={behind.lead} rule={behind.rule} onClose={() => setMark(null)} />}
    </div>
  )
}

const waveOf = ({ face }: Pattern['parts'][number]): Id | null => (face.is === 'wave' ? face.id : null)

/** Who was counted: once for all, or shortly for every part. */
function notesOf(pattern: Pattern, words: Words): string[] {
  const [only, ...others] = pattern.parts
  if (only && others.length === 0) return [captionOf(only, pattern, words)]
  return pattern.parts.filter(({ stories }) => stories > 0).map(part => `${partWords(part, words)}: ${captionOf(part, pattern, words)}`)
}

/** The rule behind a mark, with the words of its sheet; null for a part that has no rule of its own. */
function storiesBehind(mark: Mark, pattern: Pattern, of: OfQuestion, splitBy: Signifier | null, choices: Choices, words: Words, /** All waves, where they are the parts. */ waves: Id[] | null): { title: string, lead: string, rule: StoryFilter } | null {
  const part = pattern.parts.find(({ key }) => key === mark.part)
  if (!part || (mark.columns.length === 0 && !mark.lasso && !mark.placed)) return null
  const within = waves && part.face.is === 'unknown' ? waveRule(null, waves) : partRule(part.face, splitBy ? { signifier: splitBy.id, kind: splitBy.kind } : null, choices.layer)
  const faces = mark.columns.map(at => pattern.columns[at]!.face)
  const own = mark.placed ? answeredRule(of) : mark.lasso ? { answers: [lassoRule(of.signifier, mark.lasso)] } : faces.length === 1 ? columnRule(faces[0]!, of) : columnsRule(faces, of)
  if (within === null || own === null) return null
  const { say, format } = words
  const names = mark.columns.map(at => columnName(pattern, at, words))
  const stone = words.signifier.stones.findIndex(({ id }) => id === of.stone)
  const what = mark.placed ? words.signifier.stones[stone]?.name ?? '' : mark.lasso ? say('lasso') : names.length > 2 && faces.every(({ is }) => is === 'bar' || is === 'range') ? `${names[0]} – ${names.at(-1)}` : format.list(names)
  const sum = mark.columns.reduce((total, at) => total + part.counts[at]!, 0)
  // Of several ticks a story may have more: the rule alone knows how many stories there are, the ticks add up to more.
  const isUnion = pattern.several && mark.columns.length > 1
  const count = mark.placed ? part.stones[stone]?.placed ?? 0 : mark.lasso || isUnion ? null : sum
  const lead = isUnion ? say('union', { count: sum }) : count === null ? '' : `${say('stories', { count })}${part.valid >= LEAST_FOR_PERCENT ? `, ${format.percent(count / part.valid)}` : ''}`
  return { title: [partWords(part, words), what].filter(Boolean).join(' · '), lead, rule: bothFilters(bothFilters(choices.filter, within), own) }
}
