// Serving the window's own files, with the headers that keep everything else out.
import { createReadStream, existsSync, statSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, normalize, sep } from 'node:path'

export const SECURITY_HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data: blob:; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store'
} as const

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2', '.woff': 'font/woff', '.png': 'image/png', '.ico': 'image/x-icon', '.json': 'application/json'
}

/** A file of the built window; the page itself for '/'. No path leaves the folder. */
export function serveRenderer(folder: string, pathname: string, request: IncomingMessage, response: ServerResponse): void {
  const path = join(folder, normalize(pathname === '/' ? '/index.html' : decoded(pathname)))
  if (!path.startsWith(folder + sep) || !existsSync(path) || !statSync(path).isFile()) {
    response.writeHead(404, { ...SECURITY_HEADERS, 'content-type': 'text/plain; charset=utf-8' })
    response.end('Niet gevonden / Not found')
    return
  }
  // Built files carry a hash in their name, so they may stay; the page may not.
  const cache: Record<string, string> = pathname.startsWith('/assets/') ? { 'cache-control': 'private, max-age=31536000, immutable' } : {}
  sendFile(response, path, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream', ...cache }, request.method === 'HEAD')
}

/** As it came where its signs are broken (`/%zz`): then no file has that name. */
function decoded(pathname: string): string {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return pathname
  }
}

export function sendFile(response: ServerResponse, path: string, headers: Record<string, string>, headOnly = false): void {
  response.writeHead(200, { ...SECURITY_HEADERS, 'content-length': String(statSync(path).size), ...headers })
  if (headOnly) response.end()
  else createReadStream(path).on('error', () => response.destroy()).pipe(response)
}
