// The figures of Demostad as the product itself counts them: every number here comes back from a call or a statistic.
import { answerFigures, selectionFigures } from './answers.ts'
import { codeFigures } from './codes.ts'
import { twiceCoded } from './compared.ts'
import { independenceFigures, placeFigures } from './comparisons.ts'
import { patternFigures } from './patterns.ts'
import { publishedFigures } from './published.ts'
import { statisticFigures } from './statistics.ts'
import { themeFigures } from './themes.ts'
import { openStudy, type Call, type Figures } from './study.ts'

/** @param call asks the core of a project that holds the sample. */
export async function findFigures(call: Call): Promise<Figures> {
  const study = await openStudy(call)
  return {
    ...await answerFigures(study), ...await selectionFigures(study), ...await placeFigures(study), ...await codeFigures(study), ...await themeFigures(study),
      ...await independenceFigures(study), ...await twiceCoded(study), ...await patternFigures(study), ...await statisticFigures(study), ...await publishedFigures(study)
  }
}
