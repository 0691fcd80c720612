// A window's WebSocket tied to the hub of its project: what is told goes out, where the window is comes in.
import type { WebSocket } from 'ws'
import { WindowWord } from '../shared/contract/feed.ts'
import type { Id } from '../shared/domain/ids.ts'
import type { Hub } from './hub.ts'

/** `isGuest`: how the host's folder stands is nothing of theirs. */
export function listenIn(client: WebSocket, hub: Hub, viewer: () => Id | null, isGuest = false): void {
  const listening = hub.listen({ viewer, send: (message) => { if (!isGuest || message.is !== 'team') client.send(JSON.stringify(message)) } })
  client.on('message', (bytes) => {
    const word = WindowWord.safeParse(parsed((bytes as Buffer).toString('utf8')))
    if (!word.success) return
    if (word.data.is === 'at') listening.at(word.data.story)
    else listening.saw()
  })
  client.on('close', listening.leave)
  client.on('error', () => client.terminate())
}

/** Undefined for what is no JSON: a window of another version may say more than we know. */
function parsed(words: string): unknown {
  try {
    return JSON.parse(words)
  } catch {
    return undefined
  }
}
