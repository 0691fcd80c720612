// The journal: reflexive entries, and all memos together.
import type { Same } from '../catalogue.ts'
import type { journal as source } from '../nl/journal.ts'

export const journal: Same<typeof source> = {
  'title': 'Journal',
  'lead': 'Keep track here of what you think and decide while reading. Later it shows how you came to your interpretation.',
  'part': 'Journal',
  'write': 'Write in the journal',
  'words': 'What do you want to hold on to?',
  'prompts': 'Hard to begin? Start with a question:',
  'prompt.surprise': 'What surprised me today?',
  'prompt.feel': 'Which story stays with me, and what does that say about me?',
  'prompt.assume': 'What did I assume without it being there?',
  'prompt.differ': 'Where did I read something else than my colleague?',
  'prompt.change': 'Which code chafes, and why?',
  'prompt.decide': 'What did we decide, and why?',
  'entries': 'In the journal',
  'entries.none': 'Nothing written yet. A few sentences after reading are enough.',
  'memos': 'All memos',
  'memos.none': 'No memos on stories, codings or codes yet.',
  'search': 'Find in what was written',
  'search.none': 'Nothing found.',
  'coder': 'Whose?',
  'coder.all': 'everyone',
  'about.story': 'On a story',
  'about.coding': 'On a coding',
  'about.code': 'On code {{code}}',
  'about.codeGone': 'On a code',
  'about.theme': 'On theme {{theme}}',
  'about.themeGone': 'On a theme',
  'about.signifier': 'On question {{question}}',
  'about.coder': 'On {{name}}'
}
