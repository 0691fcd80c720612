// Files between the coder and the host: sending one for an import, fetching one that an export made, saving a table or a picture.
import { z } from 'zod'
import { Id } from '../../shared/domain/ids.ts'
import { CallFailed } from './failed.ts'
import { Failure } from './result.ts'
import { windowId } from './window-id.ts'

const Uploaded = z.object({ upload: Id, name: z.string(), size: z.number() })
export type Uploaded = z.infer<typeof Uploaded>
const Answer = z.discriminatedUnion('ok', [z.object({ ok: z.literal(true), value: Uploaded }), z.object({ ok: z.literal(false), failure: Failure })])

/** Sends a file; `onProgress` gets 0–1. Throws CallFailed. An XMLHttpRequest, because fetch does not tell how far sending is. */
export function upload(file: File, onProgress?: (share: number) => void): Promise<Uploaded> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/upload?name=${encodeURIComponent(file.name)}`)
    request.setRequestHeader('x-duiding-window', windowId())
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.responseType = 'json'
    request.upload.addEventListener('progress', event => { if (event.lengthComputable) onProgress?.(event.loaded / event.total) })
    request.addEventListener('error', () => reject(stopped()))
    request.addEventListener('abort', () => reject(stopped()))
    request.addEventListener('load', () => {
      const answer = Answer.safeParse(request.response)
      if (answer.success && answer.data.ok) resolve(answer.data.value)
      else reject(answer.success && !answer.data.ok ? new CallFailed(answer.data.failure) : stopped())
    })
    request.send(file)
  })
}

const stopped = () => new CallFailed({ kind: 'internal', message: 'upload.stopped', values: {} })

/** Lets the browser save a file that a job made. */
export function download(file: Id): void {
  const link = document.createElement('a')
  link.href = `/download/${file}`
  link.download = ''
  link.click()
}

/** Lets the browser save what this window made. `name`: with its ending. */
export function saveBlob(name: string, blob: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

const TYPES = { csv: 'text/csv;charset=utf-8', zip: 'application/zip', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
}

/** Lets the browser save a file that the host wrote (base64). `name`: without its ending. */
export function saveBytes(bytes: string, form: keyof typeof TYPES, name: string): void {
  saveBlob(`${name}.${form}`, new Blob([Uint8Array.from(atob(bytes), letter => letter.charCodeAt(0))], { type: TYPES[form] }))
}
