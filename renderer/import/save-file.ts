// A file made in the window, handed to the coder to keep.

export function saveFile(name: string, type: string, words: string): void {
  const url = URL.createObjectURL(new Blob([words], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser has taken it over once the click was handled.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
