// What strikes when files are laid beside the project: stories that would stand in it twice, answers that its questions did not have yet.
import type { SignifierShape } from '../../shared/domain/signifier.ts'
import { sameWords } from '../../shared/importing/cell-values.ts'
import type { KnownKinds } from '../../shared/importing/as-known.ts'
import { joinedOptions } from '../../shared/importing/known-options.ts'
import { problem, shortened } from '../../shared/importing/messages.ts'
import type { ImportProblem } from '../../shared/importing/staged.ts'
import { projectSalt } from '../../db/project.ts'
import type { ImportWriter } from '../../db/staging.ts'
import { answeredBefore, knownOptions } from '../../db/staging-questions.ts'
import type { Store } from '../../db/store.ts'
import type { Source } from './import-source.ts'

/** More new answers than these make a list nobody reads. */
const MOST_TOLD = 20

/** Questions that the project knows as another kind: no cell of them can be read. */
export function kindClashes(kinds: KnownKinds, sources: Pick<Source, 'name' | 'shapes'>[]): ImportProblem[] {
  return sources.flatMap(({ name, shapes }) => shapes.flatMap(({ key, kind, title }) => {
    const known = kinds.get(key)
    return known === undefined || known === kind ? [] : [problem('kind_known', { file: name ?? '', column: title }, { asked: known })]
  }))
}

/** Warnings, none of a place in the file; `file`: what to call it. */
export function besideProject(store: Store, kinds: KnownKinds, signifiers: SignifierShape[], told: Pick<ImportWriter, 'again' | 'met'>, file: string): ImportProblem[] {
  const again = told.again()
  const [first] = again
  const salt = projectSalt(store)
  const fresh = signifiers.flatMap((shape) => {
    const known = knownOptions(store, salt, shape.key)
    if (known.length === 0) return []
    const joined = joinedOptions(shape, known)
    return shape.options.flatMap(({ key, label }) => {
      const as = known.find((option) => option.key === (joined.get(key) ?? key))
      if (as && (as.key === key || [as.name, as.key].some((words) => sameWords(words) === sameWords(label)))) return []
      return problem(as ? 'option_joined' : 'option_new', { file, column: shape.title }, { value: shortened(label), as: shortened(as?.name ?? '') }, 'warning')
    })
  })
  return [
    ...(first ? [problem('stories_again', { file }, { count: again.length, id: shortened(first.sourceId), before: shortened(first.before) }, 'warning')] : []),
    ...otherQuestions(store, kinds, signifiers, told.met(), file),
    ...fresh.slice(0, MOST_TOLD)
  ]
}

/** The same stories asked something new, and something else no more: perhaps one question under two headings. */
function otherQuestions(store: Store, kinds: KnownKinds, signifiers: SignifierShape[], met: ReadonlySet<number>, file: string): ImportProblem[] {
  const fresh = signifiers.filter(({ key }) => !kinds.has(key)).map(({ title }) => title)
  if (fresh.length === 0 || signifiers.length === 0) return []
  const keys = new Set(signifiers.map(({ key }) => key))
  const absent = answeredBefore(store, met).filter(({ key }) => !keys.has(key)).map(({ title }) => title)
  return absent.length === 0 ? [] : [problem('questions_other', { file }, { absent: listed(absent), fresh: listed(fresh) }, 'warning')]
}

const listed = (titles: string[]): string => titles.slice(0, 3).map((title) => `“${shortened(title)}”`).join(', ') + (titles.length > 3 ? ' …' : '')
