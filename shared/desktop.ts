// What the desktop shell offers the window beyond the browser: native file dialogs, menu actions and files opened from outside.
// In a browser `window.desktop` is absent, and the window uses the host's own file browser.

export type Language = 'nl' | 'en'

/** What the coder is looking for: one project, one or more files with stories, a table, a questionnaire definition, a folder. */
export type FileKind = 'project' | 'stories' | 'table' | 'definition' | 'folder'

/** Menu items that the window carries out through its actions registry. */
export type MenuAction =
  | 'project.new' | 'project.open' | 'project.sample' | 'project.saveCopy' | 'project.details' | 'stories.import'
  | 'edit.undo' | 'edit.redo' | 'palette.open' | 'help.keys'

/** `window.desktop`, made by the preload script. A call with anything else than these arguments is refused. */
export type DesktopBridge = {
  /** Absolute paths; empty when the coder changed their mind. */
  chooseFiles(request: { kind: FileKind }): Promise<string[]>
  /** A name with extension and without folder in; an absolute path out, or null when the coder changed their mind. The dialog has asked about overwriting. */
  chooseFileToSave(request: { suggestedName: string }): Promise<string | null>
  /** Sheets as one HTML file of their own and a name ending in .pdf in; asks where, writes them there as a PDF, and gives the path, or null when the coder changed their mind. */
  savePdf(request: { html: string; suggestedName: string }): Promise<string | null>
  /** The language of the native menu and dialogs. */
  setLanguage(language: Language): Promise<void>
  /** Menu choices from now on; gives back how to stop listening. */
  onMenuAction(listener: (action: MenuAction) => void): () => void
  /** Absolute paths of projects opened from outside (a double click on a file); gives back how to stop listening. */
  onProjectFile(listener: (path: string) => void): () => void
}

/** What the host, a process of its own, answers the shell: an address for the window and one for a browser (each lets in once), or why it could not start. */
export type HostAnswer = { url: string; link: string } | { failure: string }

/** Names of the messages between window and shell. */
export const CHANNELS = {
  chooseFiles: 'desktop:choose-files',
  chooseFileToSave: 'desktop:choose-file-to-save',
  savePdf: 'desktop:save-pdf',
  setLanguage: 'desktop:set-language',
  menuAction: 'desktop:menu-action',
  projectFile: 'desktop:project-file'
} as const
