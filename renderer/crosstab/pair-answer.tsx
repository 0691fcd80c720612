// The answer for two codes: how far apart they lie, how sure that is, the four groups of stories, and beside it the study's own figures.
import type { CodeComparison, Spread } from '../../shared/contract/crosstab.ts'
import type { Output } from '../../shared/contract/index.ts'
import { studentCritical } from '../../shared/statistics/distributions.ts'
import { MeansDots } from '../charts/means-dots.tsx'
import { chanceIs, chanceWords } from '../i18n/chance-words.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { Figures } from './figures.tsx'

export type PairGroup = keyof CodeComparison['groups']
type Code = Output<'code.list'>[number]
const GROUPS = ['first', 'second', 'both', 'neither'] as const
/** With fewer a mean is a story, not a pattern. */
const LEAST = 5

export interface PairAnswerProps {
  comparison: CodeComparison
  first: Code
  second: Code
  question: string
  /** The steps of a Likert question; null: scores as they are. */
  steps: number | null
  /** Scores lie between 0 and 100. */
  isPercent: boolean
  onOpen: (group: PairGroup) => void
}

export function PairAnswer({ comparison, first, second, question, steps, isPercent, onOpen }: PairAnswerProps) {
  const say = useSay('analysis')
  const tell = useSay('crosstab')
  const format = useFormats()
  const { groups, test, unit, about, unread } = comparison
  const names = { first: first.name, second: second.name }
  const decimals = steps === null ? 1 : 2
  const figure = (value: number | null): string => (value === null ? '–' : format.number(value, decimals))
  const ends: [number, number] = steps !== null ? [1, steps] : isPercent ? [0, 100] : endsOf(Object.values(groups))
  const rows = GROUPS.map(group => ({ id: group, name: say(`pair.group.${group}`, names), n: groups[group].n, ...interval(groups[group]) }))
  return (
    <section className="crosstab-answer" aria-labelledby="pair-question">
      <h2 id="pair-question">{say('pair.question', { ...names, question })}</h2>
      <p className="crosstab-n">{[tell('n', { n: format.number(about.n) }), say(`pair.unit.${unit}`), ...(unread > 0 ? [say('pair.unread', { count: unread })] : [])].join(' · ')}</p>
      <div className="crosstab-pair">
        <div>
          <MeansDots label={question} rows={rows} from={ends[0]} to={ends[1]} reference={null} decimals={decimals} onSelect={id => onOpen(id as PairGroup)} />
          <p className="ui-hint">{steps === null ? say('pair.read') : say('pair.read.steps', { most: steps })}</p>
          {groupTable()}
        </div>
        <div className="crosstab-explained">
          {test.is === 'refused' ? <p className="crosstab-verdict">{tell(`refused.${test.reason}`, { n: test.n })}</p> : verdict(test)}
          <p>{say('pair.apart')}</p>
          <p className="crosstab-cause">{tell('cause')}</p>
        </div>
      </div>
      {study()}
    </section>
  )

  function groupTable() {
    return (
      <table className="crosstab-grid crosstab-plain">
        <caption className="only-read-aloud">{question}</caption>
        <thead><tr><th scope="col" className="crosstab-row-head">{say('pair.stories')}</th>{(['n', 'mean', 'median', 'sd'] as const).map(part => <th key={part} scope="col">{tell(`means.${part}`)}</th>)}</tr></thead>
        <tbody>
          {GROUPS.map(group => (
            <tr key={group}>
              <th scope="row" className="crosstab-row-head"><Button small look="quiet" onPress={() => onOpen(group)}>{say(`pair.group.${group}`, names)}</Button></th>
              <td>{format.number(groups[group].n)}</td><td className="crosstab-total">{figure(groups[group].mean)}</td><td>{figure(groups[group].median)}</td><td>{figure(groups[group].sd)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    )
  }

  function verdict({ welch, p, cles, rankP, standardError, replicates, seed, n }: Extract<CodeComparison['test'], { is: 'tested' }>) {
    return (
      <>
        <p className="crosstab-effect">{say('pair.effect', { ...names, a: figure(groups.first.mean), b: figure(groups.second.mean), n: groups.first.n, m: groups.second.n })}</p>
        <p>{say('pair.interval', { difference: figure(welch.diff), low: figure(welch.ciLow), high: figure(welch.ciHigh) })} {say('pair.cles', { ...names, times: format.number(cles * 100) })}</p>
        <p className="crosstab-verdict">{p >= 0.3 ? tell('explain.none') : tell(p < 0.01 ? 'explain.strong' : p < 0.1 ? 'explain.middling' : 'explain.weak', { times: p < 0.01 ? tell('explain.under1') : format.number(p * 100) })}</p>
        <Figures
          title={tell('explain.figures')} figures={[
            { name: tell('explain.n'), value: format.number(n), says: say('pair.what.n') },
            ...(welch.hedgesG === null ? [] : [{ name: say('pair.g'), value: format.number(welch.hedgesG, 2), says: say('pair.what.g') }]),
            replicates > 0 ? { name: say('pair.p'), value: `≈ ${chanceWords(p, format)} (± ${format.number(standardError, 3)})`, says: say('pair.what.p', { replicates: format.number(replicates), seed }) }
              : { name: say('pair.p'), value: chanceWords(p, format), says: say('pair.what.large') },
            { name: say('pair.welch'), value: `${format.number(welch.t, 3)} (${format.number(welch.df, 1)}), p ${chanceWords(welch.p, format)}`, says: say('pair.what.welch') },
            { name: say('pair.ranks'), value: chanceWords(rankP, format), says: say('pair.what.ranks') }
          ]}
        />
      </>
    )
  }

  function study() {
    const { fragments } = comparison
    return (
      <section className="crosstab-study">
        <h3>{tell('face.study')}</h3>
        <Notice kind="warning">
          <p>{tell('study.banner')}</p>
          <p>{test.is === 'tested' ? say('pair.study.story', { p: chanceIs(test.p, format) }) : tell(`refused.${test.reason}`, { n: test.n })}</p>
        </Notice>
        {fragments.is === 'refused' ? <p>{say('pair.study.none')}</p> : (
          <>
            <table className="crosstab-grid crosstab-plain">
              <caption className="only-read-aloud">{tell('face.study')}</caption>
              <thead><tr><th scope="col" className="crosstab-row-head">{tell('col.code')}</th><th scope="col">{tell('unit.fragment')}</th><th scope="col">{tell('means.mean')}</th><th scope="col">{tell('means.sd')}</th></tr></thead>
              <tbody>
                {(['first', 'second'] as const).map(side => (
                  <tr key={side}><th scope="row" className="crosstab-row-head">{names[side]}</th><td>{format.number(fragments[side].n)}</td><td>{figures(fragments[side].mean, 4)}</td><td>{figures(fragments[side].sd, 4)}</td></tr>
                ))}
              </tbody>
            </table>
            <p>{(['student', 'welch'] as const).map(variant => say(`pair.study.${variant}`, { t: format.number(fragments[variant].t, 4), df: format.number(fragments[variant].df, variant === 'student' ? 0 : 1), p: `= ${format.number(fragments[variant].p, 5)}` })).join(' ')}</p>
          </>
        )}
      </section>
    )
  }

  function figures(value: number | null, places: number): string { return value === null ? '–' : format.number(value, places) }
}

/** The mean with the interval it would probably lie in among other such stories. */
function interval({ n, mean, sd }: Spread): { mean: number | null, low: number | null, high: number | null } {
  if (n < LEAST || mean === null) return { mean: null, low: null, high: null }
  const half = sd === null ? null : studentCritical(0.95, n - 1) * sd / Math.sqrt(n)
  return { mean, low: half === null ? null : mean - half, high: half === null ? null : mean + half }
}

function endsOf(spreads: readonly Spread[]): [number, number] {
  const values = spreads.flatMap(({ mean, sd }) => (mean === null ? [] : [mean - 2 * (sd ?? 0), mean + 2 * (sd ?? 0)]))
  return values.length === 0 ? [0, 1] : [Math.min(...values), Math.max(...values)]
}
