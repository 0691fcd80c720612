// Columns whose heading says what they are in any tool: story, id, group, teller, wave, date, language, channel, consent.
import type { ColumnLook } from './column-look.ts'
import type { Draft } from './proposal-draft.ts'
import { sameWords } from './cell-values.ts'

const STORY = /verhaal|story|narrative|vertel|ervaring|experience|anecdote|what happened|wat (is er )?gebeur|situatie|beschrijf|describe|fragment|voorbeeld/i
const ID = /^(_?id|_?uuid|nr\.?|no\.?|nummer|#|(verhaal|story|fragment|respons?e?|record|antwoord|formulier)[ _-]?(id|nr|nummer|code|number)|volgnummer|case|fragmentid|responseid|instanceid|meta\/instanceid)$/i
const TELLER = /^(gezin|familie|family|household|teller|verteller|deelnemer|participant|respondent|jongere|jeugdige|ouder)(s?[ _-]?(id|code|nr|nummer|sleutel|key|number))$|^(gezin|familie|verteller|deelnemer|respondent)$/i
const WAVE = /^(meting|meetmoment|wave|golf|ronde|meetronde|tijdvak|t[0-3])([ _-]?(nr|nummer|number))?$/i
const DATE = /datum|\bdate\b|ingevuld|verzameld|collected|submi(t|ss)|tijdstempel|timestamp|voltooi|completed|completion|recorded/i
const LANGUAGE = /^(taal|language|lang|startlanguage|start ?taal|userlanguage)\b/i
const CHANNEL = /^(kanaal|channel|bron|source|via|medium|verzamelwijze|verzameld via|ingevuld via)\b/i
const GROUP = /^(groep|group|doelgroep|story ?group|type (verteller|respondent|deelnemer)|soort (verteller|respondent))$/i
const CONSENT = /toestemming|akkoord|consent|permission|instemming|\bm(ag|ogen)\b.*(gebruik|delen|gedeeld|verhaal|publice)|\bmay (we|i)\b.*(use|share|story|publish)/i
const YES = /^(ja|yes|akkoord|agree|agreed|i agree|ik ga akkoord|ik geef toestemming|toestemming|true|waar|1|y|j|x)\b|^(ja|yes)[,.! ]/i
const NO = /^(nee|neen|no|niet|geen|false|onwaar|0|n|not|disagree|liever niet)\b/i

export function giveKnownRoles(draft: Draft): void {
  for (const look of draft.free()) giveConsent(draft, look)
  for (const look of draft.free()) giveByHeading(draft, look)
  giveStory(draft)
  giveDay(draft)
}

function giveByHeading(draft: Draft, look: ColumnLook): void {
  const said = (pattern: RegExp) => pattern.test(look.name) || pattern.test(look.title)
  const few = look.distinct.length > 0 && look.distinct.length <= 8 && look.meanLength <= 40
  const because = { reason: 'heading' as const }
  if (look.filled.length === 0) return
  if (said(ID) && look.meanLength <= 60 && look.filled.length >= draft.head.sample.length * 0.9) draft.give(look, { role: 'sourceId' }, { ...because, confidence: 'sure' })
  else if (said(TELLER) && look.meanLength <= 60) draft.give(look, { role: 'teller' }, because)
  else if (said(WAVE) && few) draft.give(look, { role: 'wave' }, because)
  else if (said(GROUP) && few) draft.give(look, { role: 'group' }, because)
  else if (said(LANGUAGE) && few) draft.give(look, { role: 'language' }, because)
  else if (said(CHANNEL) && few) draft.give(look, { role: 'channel' }, because)
}

function giveConsent(draft: Draft, look: ColumnLook): void {
  if (!CONSENT.test(look.title) || look.distinct.length === 0 || look.distinct.length > 4 || look.meanLength > 120) return
  const yes = look.distinct.filter(isYes)
  if (yes.length > 0) draft.give(look, { role: 'consent', yes }, { reason: 'consent' })
}

/** The values of a column that mean yes; when none does, the first value, for a person to judge. */
export function yesAmong(look: ColumnLook): string[] {
  const yes = look.distinct.filter(isYes)
  return yes.length > 0 ? yes : [look.distinct[0] ?? 'ja']
}

function isYes(value: string): boolean {
  return YES.test(value) && !NO.test(value)
}

/** The story: the heading that says so among texty columns, else where the longest texts stand. */
export function giveStory(draft: Draft): void {
  if (draft.has('storyText')) return
  const texts = draft.free().filter((look) => look.filled.length > 0 && look.numbers === null && look.date === null && (look.meanLength >= 15 || isCalledStory(look)))
  const longest = texts.toSorted((a, b) => weight(b) - weight(a))[0]
  if (!longest) return
  const named = STORY.test(longest.name) || STORY.test(longest.title)
  draft.give(longest, { role: 'storyText' }, { reason: named ? 'heading' : 'longest_text', confidence: named ? 'sure' : longest.meanLength > 80 ? 'likely' : 'guess' })
}

/** Short as its texts may be: a column of that name holds the stories. */
const isCalledStory = (look: ColumnLook): boolean => ['verhaal', 'story', 'uw verhaal', 'jouw verhaal', 'your story', 'tekst', 'text'].includes(sameWords(look.name))

function weight(look: ColumnLook): number {
  return look.meanLength * (isCalledStory(look) ? 20 : STORY.test(look.name) || STORY.test(look.title) ? 4 : 1)
}

/** The day of collecting: a date column whose heading says so, else the only one there is. */
function giveDay(draft: Draft): void {
  const dated = draft.free().filter((look) => look.date !== null && (look.numbers === null || look.date.startsWith('epoch')))
  const named = dated.filter((look) => DATE.test(look.name) || DATE.test(look.title))
  const chosen = named[0] ?? (dated.length === 1 ? dated[0] : undefined)
  if (chosen?.date) draft.give(chosen, { role: 'collectedOn', date: chosen.date }, { reason: named.length > 0 ? 'heading' : 'dates' })
}
