// What a team passes on besides stories: codings and the codebook as CSV.
import type { SampleProject } from '../sample.ts'
import { delimited } from './delimited.ts'

/** For `duiding code-import`: story (group/id), start, end, quote, code, coder. Offsets are UTF-16 units, end exclusive. */
export function codingsCsv(sample: SampleProject): string {
  const groupOf = new Map(sample.stories.map(({ id, group }) => [id, sample.project.groups.find(({ key }) => key === group)!.name]))
  const nameOf = new Map([...sample.codes, ...sample.coders].map(({ key, name }) => [key, name]))
  const rows = sample.codings.map(({ story, start, end, quote, code, coder }) =>
    [`${groupOf.get(story)!}/${story}`, String(start), String(end), quote, nameOf.get(code)!, nameOf.get(coder)!])
  return delimited([['story', 'start', 'end', 'quote', 'code', 'coder'], ...rows], ',')
}

/** code, parent, definition, when to use, when not, example. */
export function codebookCsv(sample: SampleProject): string {
  const nameOf = new Map(sample.codes.map(({ key, name }) => [key, name]))
  const rows = sample.codes.map(({ name, parent, definition, include, exclude, example }) =>
    [name, parent === null ? '' : nameOf.get(parent)!, definition, include, exclude, example])
  return delimited([['code', 'onder', 'definitie', 'wel', 'niet', 'voorbeeld'], ...rows], ';')
}
