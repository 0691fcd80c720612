// What stands above a table that is counted as the study did: the warning, its one χ², and what the same table says per story.
import type { Crosstab } from '../../shared/contract/crosstab.ts'
import { isStriking, type StudyRule, type StudyTest } from '../../shared/crosstab/study-test.ts'
import { chanceIs, chanceWords } from '../i18n/chance-words.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { Notice } from '../ui/notice.tsx'
import { chanceOf } from './ordered-rows.ts'

export function StudyBanner({ study, table, rule }: { study: StudyTest, table: Crosstab, rule: StudyRule }) {
  const say = useSay('crosstab')
  const format = useFormats()
  if (study.is === 'refused') return <Notice kind="warning">{say(`study.refused.${study.reason}`)}</Notice>
  const striking = study.residuals.flat().filter(residual => isStriking(residual, study.p, rule)).length
  const best = table.rows.flatMap(row => chanceOf(row) ?? []).toSorted((a, b) => a.adjusted - b.adjusted)[0]
  const under = table.rows.filter(row => (chanceOf(row)?.adjusted ?? 1) < 0.05).length
  return (
    <Notice kind="warning">
      <p>{say('study.banner')}</p>
      <p>
        {say('study.whole', { n: format.number(study.n), statistic: format.number(study.statistic, 2), df: study.df, p: chanceIs(study.p, format), v: format.number(study.cramersV, 2) })}{' '}
        {say(`study.rule.${rule}`, { count: striking })}
      </p>
      {(study.minExpected < 1 || study.shareSmall > 0.2) && <p>{say('study.small', { percent: format.percent(study.shareSmall), least: format.number(study.minExpected, 1) })}</p>}
      <p><strong>{table.rows.every(({ tests }) => tests.length === 0) ? say('tests.running') : best ? say('study.perStory', { count: under, tests: table.tests, p: chanceWords(best.adjusted, format) }) : say('study.perStory.none')}</strong></p>
    </Notice>
  )
}
