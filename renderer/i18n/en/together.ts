// Working together: who is here, and what happened while one was away.
import type { Same } from '../catalogue.ts'
import type { together as source } from '../nl/together.ts'

export const together: Same<typeof source> = {
  'here': 'Who is here',
  'here.others_one': '{{count, number}} colleague is here',
  'here.others_other': '{{count, number}} colleagues are here',
  'here.more': '+{{count, number}}',
  'here.reads': 'reads a story',
  'here.readsNumber': 'reads story {{number}}',
  'here.elsewhere': 'elsewhere in the project',
  'here.readsThis': '{{name}} is reading this story',
  'here.readThis': '{{names}} are reading this story',

  'since': 'Since you were away',
  'since.seen': 'Seen',
  'since.made_one': '{{count, number}} new code',
  'since.made_other': '{{count, number}} new codes',
  'since.changed_one': '{{count, number}} code changed',
  'since.changed_other': '{{count, number}} codes changed',
  'since.memos_one': '{{count, number}} memo for you',
  'since.memos_other': '{{count, number}} memos for you',
  'since.codings_one': '{{name}} made {{count, number}} coding',
  'since.codings_other': '{{name}} made {{count, number}} codings',
  'since.story': 'story {{number}}',
  'since.storyMore_one': 'and {{count, number}} more story',
  'since.storyMore_other': 'and {{count, number}} more stories',
  'since.by': 'by {{name}}',
  'since.name': 'another name, by {{name}}',
  'since.definition': 'another definition, by {{name}}',
  'since.merged': 'merged with another one, by {{name}}',
  'since.retired': 'no longer used, by {{name}}',
  'since.restored': 'in use again, by {{name}}',
  'since.reply': '{{name}} replied',
  'since.onCoding': '{{name}} wrote about your coding',
  'since.more_one': 'and {{count, number}} more',
  'since.more_other': 'and {{count, number}} more',
  'since.somebody': 'a colleague',
  'since.blind': 'What colleagues coded in stories you have not finished yet is not listed here.'
}
