// A window's WebSocket tied to the hub of its project: what is told goes out, where the window is comes in.
import type { WebSocket } from 'ws'
import { WindowWord, type FeedMessage } from '../shared/contract/feed.ts'
import type { Id } from '../shared/domain/ids.ts'
import type { Hub } from './hub.ts'

/** Milliseconds between two signs of life. */
const BEAT = 20_000

/** `isGuest`: how the host's folder stands is nothing of theirs. */
export function listenIn(client: WebSocket, hub: Hub, viewer: () => Id | null, isGuest = false, every = BEAT): void {
  const listening = hub.listen({ viewer, send: (message) => { if (!isGuest || message.is !== 'team') client.send(JSON.stringify(isGuest ? withoutPath(message) : message)) } })
  client.on('message', (bytes) => {
    const word = WindowWord.safeParse(parsed((bytes as Buffer).toString('utf8')))
    if (!word.success) return
    if (word.data.is === 'at') listening.at(word.data.story)
    else listening.saw()
  })
  const beat = signsOfLife(client, every)
  client.on('close', () => { clearInterval(beat); listening.leave() })
  client.on('error', () => client.terminate())
}

/** A file of the host's disk is nothing of theirs either. */
const withoutPath = (message: FeedMessage): FeedMessage => (message.is === 'file' ? { is: 'file', moved: message.moved } : message)

/** A laptop that goes to sleep, or a network that is gone, closes nothing: whoever left the last two signs unanswered is there no more. */
function signsOfLife(client: WebSocket, every: number): NodeJS.Timeout {
  let unanswered = 0
  client.on('pong', () => { unanswered = 0 })
  return setInterval(() => {
    if (unanswered === 2) return client.terminate()
    unanswered++
    client.ping()
    client.send(JSON.stringify({ is: 'beat' } satisfies FeedMessage))
  }, every).unref()
}

/** Undefined for what is no JSON: a window of another version may say more than we know. */
function parsed(words: string): unknown {
  try {
    return JSON.parse(words)
  } catch {
    return undefined
  }
}
