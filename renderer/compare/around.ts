// What every part of Samen knows.
import type { Code } from '../../shared/contract/code.ts'
import type { Coder, CoderWork } from '../../shared/contract/coder.ts'
import type { ProjectDetails } from '../../shared/contract/project.ts'
import type { Id } from '../../shared/domain/ids.ts'
import type { Choices } from './choices.ts'

export interface Around {
  project: ProjectDetails
  coders: readonly Coder[]
  work: ReadonlyMap<Id, CoderWork>
  codes: readonly Code[]
  me: Id
  choices: Choices
  set: (part: Partial<Choices>) => void
  /** Two or more, in order of joining. */
  compared: readonly Coder[]
}

/** May this coder write here? */
export const mayCode = ({ project, coders, me }: Pick<Around, 'project' | 'coders' | 'me'>): boolean =>
  !project.readonly && !['facilitator', 'reader', undefined].includes(coders.find(({ id }) => id === me)?.role)
