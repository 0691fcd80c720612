// Words of the files that go out: the program that reads them is not ours, so they are written in the language of who exports.
export type FileLanguage = 'nl' | 'en'

const nl = {
  data: 'Gegevens', variables: 'Variabelen', about: 'Over dit bestand', file: 'gegevens', fragmentsFile: 'fragmenten',
  variable: 'Variabele', meaning: 'Wat het is', kind: 'Soort', values: 'Waarden', valid: 'Met waarde',
  story: 'Nummer van het verhaal in dit project', group: 'Groep', wave: 'Meting', teller: 'Verteller: het laagste verhaalnummer van deze verteller', month: 'Maand van het verhaal', words: 'Woorden in het verhaal',
  read: 'Klaar gelezen in deze laag', status: 'Waarom er geen waarde is', na: 'n.v.t.', blank: 'blanco', notAsked: 'niet gevraagd', none: 'niets gekozen', apart: 'niet geplaatst',
  number: 'getal', text: 'tekst', yesNo: '1 = ja, 0 = nee', day: 'datum (jaar-maand-dag)', score: 'score 0–100', share: 'deel in procenten', place: 'plaats 0–100',
  optionNumber: 'nummer van het antwoord', lowToHigh: '1 = laag', across: 'van links naar rechts', up: 'van onder naar boven', free: 'open antwoord',
  code: 'Code {name}: staat in het verhaal', codeCount: 'Code {name}: aantal fragmenten', theme: 'Thema {name}: steunt op een fragment in het verhaal of op het verhaal zelf', codeHere: 'Code {name}: staat bij dit fragment',
  unread: 'leeg = ongelezen', start: 'Begin van het fragment (tekens)', end: 'Eind van het fragment (tekens)', source: 'Waar het fragment staat', main: 'verhaal', fragment: 'Woorden van het fragment', codes: 'Codes', coders: 'Codeurs', codings: 'Coderingen op deze plek',
  project: 'Project', made: 'Gemaakt op', by: 'Gemaakt door', layer: 'Van wie', all: 'alle codeurs', consensus: 'gezamenlijke laag', stories: 'Verhalen', ofAll: 'van alle verhalen in het project', chosen: 'Gekozen verhalen',
  everyone: 'alle', blind: 'Blind gecodeerd: zonder codes van collega’s in verhalen die de maker nog niet klaar heeft.',
  rule1: 'Een verhaal telt als zonder code alleen als iemand het klaar heeft gelezen. Anders is het vakje leeg.', rule2: 'n.v.t., blanco en niet gevraagd zijn drie verschillende dingen. Ze staan in de kolommen die op _status eindigen.',
  rule3: 'Fragmenten uit één verhaal lijken op elkaar. Toets per verhaal, niet per fragment.', rule4: 'Verhaalnummers horen bij dit project. Ze zeggen niets over volgorde of persoon.'
}

const en: Record<keyof typeof nl, string> = {
  data: 'Data', variables: 'Variables', about: 'About this file', file: 'data', fragmentsFile: 'fragments',
  variable: 'Variable', meaning: 'What it is', kind: 'Kind', values: 'Values', valid: 'With a value',
  story: 'Number of the story in this project', group: 'Group', wave: 'Wave', teller: 'Teller: the lowest story number of this teller', month: 'Month of the story', words: 'Words in the story',
  read: 'Read to the end in this layer', status: 'Why there is no value', na: 'n/a', blank: 'blank', notAsked: 'not asked', none: 'nothing ticked', apart: 'not placed',
  number: 'number', text: 'text', yesNo: '1 = yes, 0 = no', day: 'date (year-month-day)', score: 'score 0–100', share: 'share in per cent', place: 'place 0–100',
  optionNumber: 'number of the answer', lowToHigh: '1 = low', across: 'from left to right', up: 'from bottom to top', free: 'open answer',
  code: 'Code {name}: is in the story', codeCount: 'Code {name}: number of fragments', theme: 'Theme {name}: rests on a fragment in the story or on the story itself', codeHere: 'Code {name}: is on this fragment',
  unread: 'empty = unread', start: 'Start of the fragment (characters)', end: 'End of the fragment (characters)', source: 'Where the fragment stands', main: 'story', fragment: 'Words of the fragment', codes: 'Codes', coders: 'Coders', codings: 'Codings at this place',
  project: 'Project', made: 'Made on', by: 'Made by', layer: 'By whom', all: 'all coders', consensus: 'shared layer', stories: 'Stories', ofAll: 'of all stories in the project', chosen: 'Stories chosen',
  everyone: 'all', blind: 'Coded blind: without colleagues’ codes in stories the maker has not done.',
  rule1: 'A story counts as without a code only when somebody read it to the end. Otherwise the cell is empty.', rule2: 'n/a, blank and not asked are three different things. They stand in the columns that end in _status.',
  rule3: 'Fragments of one story are alike. Test by story, not by fragment.', rule4: 'Story numbers belong to this project. They say nothing about order or person.'
}

export type FileWords = Record<keyof typeof nl, string>
export const fileWords = (language: FileLanguage): FileWords => ({ nl, en })[language]
