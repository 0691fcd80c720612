// What happened, by kind of op.
import type { Same } from '../catalogue.ts'
import type { changes as source } from '../nl/changes.ts'

export const changes: Same<typeof source> = {
  'project.changed': 'project details changed',
  'group.renamed': 'name of a group changed',
  'coder.joined': 'coder added',
  'coder.changed': 'details of a coder changed',
  'code.created': 'code made',
  'code.changed': 'code changed',
  'code.moved': 'code moved',
  'code.merged': 'codes merged',
  'code.retired': 'code taken out of use',
  'code.restored': 'code brought back',
  'code.removed': 'code removed',
  'coding.applied': 'coding applied',
  'coding.moved': 'coding moved',
  'coding.recoded': 'coding put under another code',
  'coding.flagged': 'coding marked as literal or underlying',
  'coding.removed': 'coding removed',
  'coding.restored': 'coding put back',
  'memo.written': 'memo written',
  'memo.changed': 'memo changed',
  'memo.removed': 'memo removed',
  'memo.restored': 'memo put back',
  'reading.marked': 'story marked as done',
  'reading.unmarked': 'story marked as not done again',
  'reading.opened': 'story opened',
  'reading.placed': 'place in the story remembered',
  'text.revised': 'text corrected',
  'text.removed': 'correction of a text taken back',
  'text.restored': 'correction of a text put back',
  'story.imported': 'stories imported',
  'story.answered': 'answers updated',
  other: 'change'
}
