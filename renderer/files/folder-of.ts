// The folder a file lies in, whichever system its path is of.

export function folderOf(path: string): string {
  const at = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'))
  const folder = path.slice(0, at)
  // The root keeps its slash: '/' and 'C:\', not '' and 'C:'.
  return folder === '' || /^[A-Za-z]:$/.test(folder) ? path.slice(0, at + 1) : folder
}
