// Folders that a program of somebody's keeps equal on several computers: told by their name, by what the system says, or by what lies in them.

/** By the name of a folder on the way to the project. */
const NAMES: [service: string, name: RegExp][] = [
  ['OneDrive', /^OneDrive($| - |-)/i], ['SharePoint', /^SharePoint($| - |-)/i], ['Dropbox', /^Dropbox($| \()/i], ['Nextcloud', /^Nextcloud\d*$/i], ['ownCloud', /^ownCloud\d*$/i],
  ['SURFdrive', /^SURFdrive$/i], ['iCloud', /^(iCloudDrive|iCloud Drive|com~apple~CloudDocs|Mobile Documents)$/i], ['Google Drive', /^(Google ?Drive($|-)|GoogleDrive-|My Drive$|Mijn Drive$)/i],
  ['Box', /^(Box|Box Sync|Box-Box)$/], ['pCloud', /^pCloud ?Drive$/i], ['Proton Drive', /^Proton ?Drive/i]
]

/** By what its program leaves behind in the folder itself. */
const MARKS: [service: string, mark: RegExp][] = [
  ['Dropbox', /^\.dropbox(\.cache)?$/], ['Nextcloud', /^\.(_?sync_[0-9a-f]+\.db|nextcloudsync\.log)$/], ['ownCloud', /^\.owncloudsync\.log$/], ['Syncthing', /^\.stfolder$/], ['Resilio Sync', /^\.sync$/]
]

/** By what the system tells every program: variable -> service. */
const VARIABLES: [variable: string, service: string][] = [['OneDrive', 'OneDrive'], ['OneDriveCommercial', 'OneDrive'], ['OneDriveConsumer', 'OneDrive']]

export const serviceByName = (folder: string): string | null => NAMES.find(([, name]) => name.test(folder))?.[0] ?? null
export const serviceByMark = (names: readonly string[]): string | null => MARKS.find(([, mark]) => names.some((name) => mark.test(name)))?.[0] ?? null

/** The folders that the system's variables name, with their service. */
export const namedFolders = (env: Partial<Record<string, string>>): [folder: string, service: string][] =>
  VARIABLES.flatMap(([variable, service]) => (env[variable] ? [[env[variable], service] as [string, string]] : []))
