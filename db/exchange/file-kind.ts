// What a file really is, by its first bytes: names lie, and a renamed picture deserves a clear sentence.
import { open, stat } from 'node:fs/promises'
import type { ImportProblem } from '../../shared/importing/staged.ts'
import { problem, sizeWords } from '../../shared/importing/messages.ts'

/** 20,000 stories of 1,500 characters with forty answers are some 40 MB; ten times that is no story file. */
export const LARGEST_FILE = 400_000_000

export type FileKind = 'text' | 'markup' | 'zip' | 'ole' | 'png' | 'jpeg' | 'gif' | 'bmp' | 'tiff' | 'webp' | 'pdf' | 'sqlite' | 'gzip' | 'rtf'
export type FileLook = { size: number; kind: FileKind; head: Uint8Array }

const MAGIC: [FileKind, number[]][] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]], ['zip', [0x50, 0x4b, 0x05, 0x06]], ['ole', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['png', [0x89, 0x50, 0x4e, 0x47]], ['jpeg', [0xff, 0xd8, 0xff]], ['gif', [0x47, 0x49, 0x46, 0x38]], ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['tiff', [0x49, 0x49, 0x2a, 0x00]], ['tiff', [0x4d, 0x4d, 0x00, 0x2a]], ['gzip', [0x1f, 0x8b]], ['webp', [0x52, 0x49, 0x46, 0x46]],
  ['sqlite', [...Buffer.from('SQLite format 3\0', 'latin1')]], ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]]
]

/** Size and kind, or the one problem that stops us: missing, unreadable, empty, too large (refused before reading). */
export async function lookAt(path: string, file: string): Promise<FileLook | ImportProblem> {
  let size: number
  try {
    const found = await stat(path)
    if (found.isDirectory()) return problem('file_unreadable', { file })
    size = found.size
  } catch (error) {
    return problem(isCode(error, 'ENOENT') ? 'file_missing' : 'file_unreadable', { file })
  }
  if (size === 0) return problem('file_empty', { file })
  if (size > LARGEST_FILE) return problem('file_too_large', { file }, { size: sizeWords(size), limit: sizeWords(LARGEST_FILE) })
  try {
    const handle = await open(path)
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(8192), 0, 8192, 0)
      const head = new Uint8Array(buffer.subarray(0, bytesRead))
      return { size, kind: kindOf(head), head }
    } finally {
      await handle.close()
    }
  } catch (error) {
    if (isCode(error, 'EACCES') || isCode(error, 'EBUSY') || isCode(error, 'EPERM') || isCode(error, 'EIO')) return problem('file_unreadable', { file })
    throw error
  }
}

/** The sentence for a file that is no text and no workbook; null when it may be a table. */
export function refusalOf(look: FileLook, file: string): ImportProblem | null {
  switch (look.kind) {
    case 'text': case 'zip': return null
    case 'ole': return problem(holds(look.head, 'E\0n\0c\0r\0y\0p\0t') ? 'is_encrypted' : 'is_old_excel', { file })
    case 'pdf': return problem('is_pdf', { file })
    case 'sqlite': return problem('is_database', { file })
    case 'markup': return problem('is_markup', { file })
    case 'gzip': return problem('is_zip', { file })
    case 'rtf': return problem('is_other', { file })
    default: return problem('is_picture', { file }, { format: look.kind.toUpperCase() })
  }
}

export function isProblem(found: object): found is ImportProblem {
  return 'message' in found && 'severity' in found
}

function kindOf(head: Uint8Array): FileKind {
  const found = MAGIC.find(([, bytes]) => bytes.every((byte, i) => head[i] === byte))?.[0]
  if (found) return found
  // "BM" may open a text too: a bitmap has its reserved bytes zero.
  return head[0] === 0x42 && head[1] === 0x4d && head.length > 14 && head.subarray(6, 10).every((byte) => byte === 0) ? 'bmp' : isMarkup(head) ? 'markup' : 'text'
}

/** A web page or XML that is called .xls: what many registration systems write as "export to Excel". */
function isMarkup(head: Uint8Array): boolean {
  const start = Buffer.from(head.subarray(0, 200)).toString('latin1').replaceAll('\0', '').replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
  return /^\s*<(\?xml\b|!doctype html|html\b|table\b|meta\b|head\b|style\b)/i.test(start)
}

function holds(head: Uint8Array, text: string): boolean {
  return Buffer.from(head).includes(Buffer.from(text, 'latin1'))
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
