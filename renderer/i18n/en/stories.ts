// The list of stories and how one narrows it down.
import type { Same } from '../catalogue.ts'
import type { stories as nl } from '../nl/stories.ts'

export const stories: Same<typeof nl> = {
  'title': 'Stories',
  'side': 'Beside the story',
  'list': 'Stories',
  'count': '{{n}} of {{total}}',
  'far': 'How far?',
  'search': 'Find a number or words',
  'clear': 'Clear all filters',
  'nothing': 'No story fits this filter.',
  'empty.title': 'No stories yet',
  'empty': 'Here you read and code stories. Import a file with stories first.',

  'row.story': 'Story',
  'row.unread': 'unread',
  'row.opened': 'opened',
  'row.done': 'done',
  'row.codings_zero': 'no codings',
  'row.codings_one': '{{count, number}} coding',
  'row.codings_other': '{{count, number}} codings',
  'row.mine': '{{count, number}} of yours',
  'row.readers': 'now open with {{names}}',
  'row.source': 'number in the source',
  'row.coming': 'Loading'
}
