// The project's own details.
import { Refusal } from '../../shared/errors.ts'
import { projectId, readProject } from '../../db/project.ts'
import { listSignifiers } from '../../db/signifiers.ts'
import type { ReadHandlers, WriteHandlers } from '../context.ts'

export const projectReads: ReadHandlers<'project.read' | 'signifier.list'> = {
  'project.read': ({ store }) => readProject(store),
  'signifier.list': ({ store }) => listSignifiers(store)
}

export const projectWrites: WriteHandlers<'project.change' | 'project.phase' | 'group.rename'> = {
  'project.change': ({ store, write }, patch) => {
    write.change('project.changed', 'project', projectId(store), patch)
    return null
  },
  'project.phase': ({ store, write }, { phase }) => {
    write.change('project.phased', 'project', projectId(store), { phase })
    return null
  },
  'group.rename': ({ store, write }, { group, name }) => {
    const groups = readProject(store).groups
    if (!groups.some(({ id }) => id === group)) throw new Refusal('not_found', 'group.absent')
    if (groups.some((other) => other.id !== group && other.name.toLowerCase() === name.toLowerCase())) throw new Refusal('conflict', 'group.same_name', { group: name })
    write.change('group.renamed', 'story_group', group, { name })
    return null
  }
}
