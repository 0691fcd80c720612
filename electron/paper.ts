// Sheets into a PDF by the print CSS they carry: loaded in a window that is never shown, in a session of its own that lives in memory, so
// that no words of a story come into a file but the one that was asked for.
import { writeFile } from 'node:fs/promises'

type Electron = typeof import('electron')

const SCHEME = 'sheets'

/** Throws when the sheets can't be drawn or the file can't be written. */
export async function writePdf({ BrowserWindow, session }: Electron, html: string, path: string): Promise<void> {
  // A name without "persist:" is a session in memory; each has its own, so that two at once don't mix.
  const partition = `${SCHEME}-${crypto.randomUUID()}`
  const own = session.fromPartition(partition)
  own.protocol.handle(SCHEME, () => new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } }))
  const window = new BrowserWindow({ show: false, webPreferences: { partition, sandbox: true, contextIsolation: true, nodeIntegration: false } })
  try {
    await window.loadURL(`${SCHEME}://own/`)
    // The sheets run no script of their own; this asks the browser whether the type they carry is there.
    await window.webContents.executeJavaScript('document.fonts.ready.then(() => true)')
    await writeFile(path, await window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true, generateDocumentOutline: true }))
  } finally {
    window.destroy()
    own.protocol.unhandle(SCHEME)
  }
}
