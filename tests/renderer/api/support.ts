// What of a browser the window's wire needs, for a test that has none.
import { vi } from 'vitest'
import { settleWindowId } from '../../../renderer/api/window-id.ts'

export async function likeABrowser(): Promise<void> {
  const kept = new Map<string, string>()
  vi.stubGlobal('sessionStorage', { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value), removeItem: (key: string) => void kept.delete(key) })
  vi.stubGlobal('location', { protocol: 'http:', host: '127.0.0.1:1' })
  await settleWindowId()
}

export const answered = (value: unknown): Response => new Response(JSON.stringify({ ok: true, value, seq: 1 }))
