// The words of the desktop shell in Dutch and English: menu, dialogs, and what can go wrong before there is a window.
import type { FileKind, Language, MenuAction } from './desktop.ts'

type ShellWord =
  | 'couldNotStart' | 'hostStopped' | 'hostStoppedDetail' | 'restart' | 'quit' | 'unsaved' | 'wait' | 'closeAnyway' | 'file' | 'edit' | 'view' | 'help' | 'close'
  | 'cut' | 'copy' | 'paste' | 'selectAll' | 'zoomIn' | 'zoomOut' | 'resetZoom' | 'fullScreen'

const WORDS: Record<ShellWord | MenuAction | FileKind, Record<Language, string>> = {
  couldNotStart: { nl: 'Duiding kon niet starten', en: 'Duiding could not start' },
  hostStopped: { nl: 'Er ging iets mis in Duiding', en: 'Something went wrong in Duiding' },
  hostStoppedDetail: { nl: 'Alles wat als bewaard was gemeld, staat in het project. Start opnieuw om verder te gaan.', en: 'Everything that was reported as saved is in the project. Start again to go on.' },
  restart: { nl: 'Opnieuw starten', en: 'Start again' },
  quit: { nl: 'Afsluiten', en: 'Quit' },
  unsaved: { nl: 'De laatste wijzigingen zijn nog niet bewaard.', en: 'The latest changes have not been saved yet.' },
  wait: { nl: 'Wachten', en: 'Wait' },
  closeAnyway: { nl: 'Toch sluiten', en: 'Close anyway' },
  file: { nl: 'Bestand', en: 'File' },
  edit: { nl: 'Bewerken', en: 'Edit' },
  view: { nl: 'Beeld', en: 'View' },
  help: { nl: 'Help', en: 'Help' },
  close: { nl: 'Venster sluiten', en: 'Close window' },
  cut: { nl: 'Knippen', en: 'Cut' },
  copy: { nl: 'Kopiëren', en: 'Copy' },
  paste: { nl: 'Plakken', en: 'Paste' },
  selectAll: { nl: 'Alles selecteren', en: 'Select all' },
  zoomIn: { nl: 'Groter', en: 'Larger' },
  zoomOut: { nl: 'Kleiner', en: 'Smaller' },
  resetZoom: { nl: 'Gewone grootte', en: 'Normal size' },
  fullScreen: { nl: 'Volledig scherm', en: 'Full screen' },
  'project.new': { nl: 'Nieuw project…', en: 'New project…' },
  'project.open': { nl: 'Project openen…', en: 'Open project…' },
  'project.sample': { nl: 'Voorbeeldproject openen', en: 'Open the sample project' },
  'project.saveCopy': { nl: 'Kopie bewaren…', en: 'Save a copy…' },
  'project.details': { nl: 'Over dit project…', en: 'About this project…' },
  'stories.import': { nl: 'Verhalen importeren…', en: 'Import stories…' },
  'edit.undo': { nl: 'Ongedaan maken', en: 'Undo' },
  'edit.redo': { nl: 'Opnieuw', en: 'Redo' },
  'palette.open': { nl: 'Zoek of doe iets…', en: 'Search or do something…' },
  'help.keys': { nl: 'Toetsen', en: 'Keys' },
  project: { nl: 'Duiding-project', en: 'Duiding project' },
  stories: { nl: 'Verhalen', en: 'Stories' },
  table: { nl: 'Tabel', en: 'Table' },
  definition: { nl: 'Vragenlijst', en: 'Questionnaire' },
  folder: { nl: 'Map', en: 'Folder' }
}

/** The word in this language. */
export const shellWord = (language: Language, word: keyof typeof WORDS): string => WORDS[word][language]
