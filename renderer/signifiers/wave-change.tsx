// Two waves of one question held against each other: all their stories, and the tellers of both against themselves; every number opens.
import { useRef, useState } from 'react'
import { Button as Press } from 'react-aria-components'
import { BookOpenText } from 'lucide-react'
import type { Change } from '../../shared/contract/change.ts'
import { columnRule, type OfQuestion } from '../../shared/domain/column-rule.ts'
import { bothFilters } from '../../shared/domain/filter-parts.ts'
import type { StoryFilter } from '../../shared/domain/layer.ts'
import { answeredRule, eitherWave, pairedRule, waveRule } from '../../shared/domain/wave-rule.ts'
import { failureOf } from '../api/failed.ts'
import { useRead } from '../api/hooks.ts'
import { MeansDots } from '../charts/means-dots.tsx'
import { StoriesDrawer } from '../filter/stories-drawer.tsx'
import { chanceWords } from '../i18n/chance-words.ts'
import { failureWords } from '../i18n/failure-words.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { answerName, apartWords, changeSheet, familyOf, measureName, placeWords, points, shareWords, sideName, withinWords, type ChangeWords } from './change-words.ts'
import type { Choices, QuestionPanelProps, Waves } from './choices.ts'
import { SaveMenu } from './save-menu.tsx'

export interface WaveChangeProps extends Pick<QuestionPanelProps, 'signifier' | 'project'> { choices: Choices, waves: Waves, stone: string | null }

export function WaveChange({ signifier, project, choices, waves, stone }: WaveChangeProps) {
  const say = useSay('change')
  const table = useSay('crosstab')
  const format = useFormats()
  const figure = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState<{ title: string, rule: StoryFilter } | null>(null)
  const isReady = signifier.kind !== 'stones' || stone !== null
  const { data, error } = useRead('pattern.change', { signifier: signifier.id, ...(stone ? { stone } : {}), first: waves[0], second: waves[1], layer: choices.layer, filter: choices.filter }, { keepFormer: true, when: isReady })
  if (!isReady) return <p className="ui-hint">{say('chooseStone')}</p>
  if (error) return <Notice kind="error">{failureWords(failureOf(error))}</Notice>
  if (!data) return <Skeleton label={say('loading')} lines={6} />
  const words: ChangeWords = { say, table, format, signifier }
  const all = project.waves.map(({ id }) => id)
  const of: OfQuestion = { signifier: signifier.id, kind: signifier.kind, stone: stone ?? undefined }
  const names = data.sides.map(side => sideName(side, words)) as [string, string]
  const family = familyOf(data)
  const side = (at: 0 | 1): StoryFilter => bothFilters(choices.filter, waveRule(waves[at], all))
  const showPairs = () => setOpen({ title: say('pairs.title'), rule: pairedRule(choices.filter, waves, all, project.groups.map(({ id }) => id), of) })
  const showAnswer = (column: Change['columns'][number], at: 0 | 1 | null) => {
    const rule = columnRule(column.face, of)
    if (rule) setOpen({ title: [at === null ? null : names[at], answerName(column, words)].filter(Boolean).join(' · '), rule: bothFilters(at === null ? bothFilters(choices.filter, eitherWave(waves, all)) : side(at), rule) })
  }
  const notes = [...data.sides.map((one, at) => say('n', { name: names[at]!, valid: format.number(one.valid), n: format.number(one.stories) })), data.linked.tellers > 0 ? say('linked', { count: data.linked.tellers, stories: format.number(data.linked.stories) }) : say('linked.none')]
  const pairs = Math.max(0, data.place?.pairs ?? 0, ...data.measures.map(({ within }) => within.pairs), ...data.columns.map(({ within }) => within.pairs))
  const isTriad = data.place !== null
  return (
    <section className="patterns-change" aria-labelledby="change-title">
      <div className="patterns-bar">
        <h3 id="change-title">{say('title', { first: names[0], second: names[1] })}</h3>
        <SaveMenu figure={figure} isPicture={false} name={`${signifier.key}-${say('file')}`} title={signifier.title} notes={[...notes, say('cause')]} sheet={() => changeSheet(data, words)} />
      </div>
      <p className="patterns-n">{notes.join(' · ')}{data.several && ` · ${say('several')}`}</p>
      <div ref={figure} className="patterns-change-parts">
        <section aria-labelledby="change-all">
          <h4 id="change-all">{say('all')}</h4>
          {data.measures.map(measure => <p key={measure.key}>{measureName(measure, words) && <strong>{measureName(measure, words)}. </strong>}{apartWords(measure, words).join(' ')}</p>)}
          {isTriad && <p className="ui-hint">{say('parts')}</p>}
          <p className="patterns-change-acts">
            {([0, 1] as const).map(at => <Button key={at} small look="quiet" icon={<BookOpenText aria-hidden />} isDisabled={data.sides[at]!.valid === 0} onPress={() => setOpen({ title: names[at], rule: bothFilters(side(at), answeredRule(of)) })}>{say('read', { name: names[at], count: data.sides[at]!.valid })}</Button>)}
          </p>
        </section>
        <section aria-labelledby="change-same">
          <h4 id="change-same">{say('same')}</h4>
          {isTriad ? <p>{placeWords(data.place!, family, words).join(' ')}</p> : data.measures.map(measure => <p key={measure.key}>{measureName(measure, words) && <strong>{measureName(measure, words)}. </strong>}{withinWords(measure, family, words).join(' ')}</p>)}
          {data.measures.length === 0 && <p>{pairs === 0 ? say('pairs.noPairs') : say('pairs.columns', { count: pairs })} {pairs > 0 && pairs < 10 && say('pairs.fewPairs')}</p>}
          {data.linked.several && pairs > 0 && <p className="ui-hint">{say('severalTold')}</p>}
          {pairs > 0 && <p className="patterns-change-acts"><Button small look="quiet" icon={<BookOpenText aria-hidden />} onPress={showPairs}>{say('read.pairs', { count: pairs * 2 })}</Button></p>}
        </section>
      </div>
      {data.columns.length > 0 && <Answers change={data} names={names} words={words} family={family} onShow={showAnswer} />}
      <p className="patterns-sentence">{say('cause')}</p>
      {open && <StoriesDrawer key={JSON.stringify(open.rule)} title={open.title} rule={open.rule} onClose={() => setOpen(null)} />}
    </section>
  )
}

interface AnswersProps { change: Change, names: [string, string], words: ChangeWords, family: number, onShow: (column: Change['columns'][number], at: 0 | 1 | null) => void }

/** Answer by answer: the differences drawn with their intervals, and all figures in a table. */
function Answers({ change, names, words, family, onShow }: AnswersProps) {
  const { say, format } = words
  const told = change.columns.flatMap(column => (column.apart.is === 'told' ? [{ column, apart: column.apart }] : []))
  const reach = Math.max(10, ...told.flatMap(({ apart }) => [Math.abs(points(apart.low)), Math.abs(points(apart.high))]))
  const [refused] = change.columns.flatMap(({ apart }) => (apart.is === 'refused' && apart.reason !== 'noVariation' ? [apart] : []))
  const count = ({ with: some, of }: Change['columns'][number]['first']): string => (of < 10 ? say('of', { count: format.number(some), n: format.number(of) }) : `${format.number(some)} (${format.percent(some / of)})`)
  return (
    <>
      {refused ? <p>{say(`refused.${refused.reason}`, { n: refused.n })}</p> : (
        <>
          <h4>{say('answers')}</h4>
          <p className="ui-hint">{say('answers.read', { first: names[0], second: names[1] })}</p>
          <MeansDots
            label={say('answers')} from={-reach} to={reach} reference={0} isDifference onSelect={id => { const column = change.columns.find(({ key }) => key === id); if (column) onShow(column, null) }}
            rows={told.map(({ column, apart }) => ({ id: column.key, name: answerName(column, words), n: column.first.of + column.second.of, mean: points(apart.difference), low: points(apart.low), high: points(apart.high) }))}
          />
        </>
      )}
      <div className="patterns-scroll">
        <table className="patterns-table">
          <caption className="only-read-aloud">{say('answers')}</caption>
          <thead>
            <tr><th scope="col" rowSpan={2}>{say('sheet.answer')}</th><th scope="colgroup" colSpan={3}>{say('all')}</th><th scope="colgroup" colSpan={3}>{say('same')}</th></tr>
            <tr>{[names[0], names[1], say('col.difference'), say('col.onlyFirst', { name: names[0] }), say('col.onlySecond', { name: names[1] }), say('col.p')].map(head => <th key={head} scope="col">{head}</th>)}</tr>
          </thead>
          <tbody>
            {change.columns.map(column => (
              <tr key={column.key}>
                <th scope="row">{answerName(column, words)}</th>
                {([0, 1] as const).map(at => {
                  const cell = at === 0 ? column.first : column.second
                  return <td key={at}>{cell.with === 0 ? count(cell) : <Press className="patterns-number" aria-label={`${names[at]}, ${answerName(column, words)}: ${count(cell)}`} onPress={() => onShow(column, at)}>{count(cell)}</Press>}</td>
                })}
                <td>{shareWords(column.apart, words)}</td>
                <td>{column.within.pairs === 0 ? '–' : say('of', { count: format.number(column.within.onlyFirst), n: format.number(column.within.pairs) })}</td>
                <td>{column.within.pairs === 0 ? '–' : say('of', { count: format.number(column.within.onlySecond), n: format.number(column.within.pairs) })}</td>
                <td>{column.within.test.is === 'told' ? chanceWords(column.within.test.adjusted, words.format) : '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {family > 1 && <p className="ui-hint">{say('family', { count: family })}</p>}
    </>
  )
}
