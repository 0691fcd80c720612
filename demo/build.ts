// Builds the sample study Demostad: stories, answers, codebook, codings, memos, as one plain object.
import { answerFamilies } from './answers/families.ts'
import { makeSlots } from './answers/deal.ts'
import { answerStaff } from './answers/staff.ts'
import { daysBetween } from './answers/shared-answers.ts'
import { setStart } from './answers/start-of-support.ts'
import { FAMILIES, STAFF } from './answers/targets.ts'
import { buildCodes } from './codebook/build-codes.ts'
import { coders } from './coders.ts'
import { buildCodings } from './codings.ts'
import { readersOf, type StorySource } from './marks.ts'
import { buildMemos } from './memos.ts'
import { readStories } from './read-stories.ts'
import { buildThemes } from './themes.ts'
import type { SampleGroup, SampleProject, SampleStory } from './sample.ts'
import { signifiers } from './signifiers.ts'

const PROJECT: SampleProject['project'] = {
  title: 'Demostad',
  question: 'Wat maakt dat ondersteuning gezinnen in Demostad verder helpt?',
  description: 'Een verzonnen onderzoek in een verzonnen gemeente. Alle verhalen, mensen en organisaties zijn bedacht; wie iets herkent, herkent toeval.',
  language: 'nl',
  groups: [{ key: 'gezinnen', name: 'Gezinnen' }, { key: 'medewerkers', name: 'Medewerkers' }]
}

/** The same on every call. Throws, with the story's id, when a story file or a count does not fit. */
export function buildSample(sources: StorySource[] = readStories()): SampleProject {
  const { codings, agreed } = buildCodings(sources)
  return {
    project: PROJECT,
    coders,
    signifiers,
    stories: [...buildStories(sources, 'gezinnen'), ...buildStories(sources, 'medewerkers')],
    codes: buildCodes(),
    codings,
    agreed,
    memos: buildMemos(codings),
    themes: buildThemes(agreed),
    readings: sources.flatMap((source) => readersOf(source).map(({ coder, done }) => ({ story: source.id, coder, done })))
  }
}

function buildStories(sources: StorySource[], group: SampleGroup): SampleStory[] {
  const own = sources.filter((source) => source.group === group)
  const slots = makeSlots(own, group === 'gezinnen' ? FAMILIES : STAFF)
  const days = group === 'gezinnen' ? daysBetween(slots, 'gezinnen/dag', '2025-03-10', '2025-06-20')
    : daysBetween(slots, 'medewerkers/dag', '2025-01-20', '2025-02-14')
  if (group === 'gezinnen') {
    answerFamilies(slots)
    setStart(slots, days)
  } else answerStaff(slots)
  return own.map((source, at) => {
    const answers = slots[at]!.answers
    const app = answers['bron']?.is === 'option' && answers['bron'].option === 'app'
    return { id: source.id, group, collectedOn: days[at]!, language: source.facts['taal'] === 'en' ? 'en' : 'nl',
      channel: app ? 'app' : 'web', text: source.text, answers }
  })
}
