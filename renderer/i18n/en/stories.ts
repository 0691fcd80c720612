// The list of stories and how one narrows it down.
import type { Same } from '../catalogue.ts'
import type { stories as nl } from '../nl/stories.ts'

export const stories: Same<typeof nl> = {
  'title': 'Stories',
  'side': 'Beside the story',
  'list': 'Stories',
  'count': '{{n}} of {{total}}',
  'search': 'Find a number or words',
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
  'row.coming': 'Loading',

  'filter': 'Filter',
  'filter.add': 'Add a filter',
  'filter.clear': 'Clear all filters',
  'filter.work': 'How far am I?',
  'filter.uncoded': 'not coded by me yet',
  'filter.coded': 'coded by me',
  'filter.done': 'done',
  'filter.notDone': 'not done yet',
  'filter.group': 'Group',
  'filter.wave': 'Wave',
  'filter.stories_one': '{{count, number}} story',
  'filter.stories_other': '{{count, number}} stories',
  'filter.answers': 'What the teller answered',
  'filter.answer': 'Answer to a question…',
  'filter.code': 'with code {{code}}',
  'filter.codedBy': 'coded by {{name}}',

  'rule': '{{answer}} · {{question}}',
  'rule.na': 'not applicable',
  'rule.blank': 'left blank',
  'rule.from': 'from {{from}}',
  'rule.range': '{{from}} to {{to}}',

  'answer.title': 'Stories with this answer',
  'answer.question': 'Question',
  'answer.which': 'Which answer?',
  'answer.options': 'One of these choices',
  'answer.range': 'A score between',
  'answer.corner': 'Corner',
  'answer.from': 'From',
  'answer.to': 'Up to and including',
  'answer.ends': '0 is “{{left}}”, 100 is “{{right}}”',
  'answer.add': 'Add',
  'answer.cancel': 'Cancel'
}
