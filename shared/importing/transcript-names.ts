// Which files of a folder are transcripts, by their names, and which may well be but cannot be read.

/** Word leaves "~$name.docx" beside a document that is open; names that begin with a dot are the system's. */
const NO_FILE = /^(~\$|\.)/

export const isTranscript = (name: string): boolean => /\.(txt|md|docx)$/i.test(name)

/** Of all files in a folder, those to read and the written ones to tell about: left out in silence, a story is missed by nobody. */
export function sortedOut<F extends { name: string }>(files: readonly F[]): { taken: F[]; left: F[] } {
  const seen = files.filter(({ name }) => !NO_FILE.test(name))
  return { taken: seen.filter(({ name }) => isTranscript(name)), left: seen.filter(({ name }) => /\.(docm?|dotx?|odt|rtf|pdf|pages|wpd|gdoc)$/i.test(name)) }
}
