// Hearing what others (and this window) changed: one WebSocket that comes back by itself. It says which rows changed, never their
// contents; what was asked about them is asked anew. After a gap everything is asked anew.
import { FeedMessage, type WindowWord } from '../../shared/contract/feed.ts'
import { backoff } from './backoff.ts'
import { heardFrom, lostTouch } from './connection.ts'
import { fileHeard } from './file-news.ts'
import { jobHeard } from './jobs.ts'
import { becameOut } from './out.ts'
import { hereHeard, sayWhere, whenMoved, whenSeen } from './presence.ts'
import { forget, forgetAll, queries } from './queries.ts'
import { opsHeard, teamHeard } from './team-news.ts'
import { rejoinIfForgotten } from './wire.ts'
import { windowId } from './window-id.ts'

/** Several ops in a row are one refetch. */
const GATHER = 16
/** A socket that comes back within this time was never worth a word. */
const GRACE = 1000

/** A host gives a sign of life every twenty seconds; of a line that is silent for longer nobody will say that it died (a laptop that slept). */
const SILENT = 50_000
const LISTEN = 10_000

/** The last op this window knows of; null before the first hello. */
let heard: number | null = null
let socket: WebSocket | undefined
let wanted = false
let attempt = 0
/** When the host last gave a sign of life on this socket; null: not yet, as one of an older version never does. */
let beatAt: number | null = null
let listening: ReturnType<typeof setInterval> | undefined
let timer: ReturnType<typeof setTimeout> | undefined
let worry: ReturnType<typeof setTimeout> | undefined

whenMoved(() => { if (socket?.readyState === WebSocket.OPEN) sayWhere(socket) })
whenSeen(() => { if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify({ is: 'seen' } satisfies WindowWord)) })

/** Listens to the project that is open; call again after another was opened. */
export function listenLive(): void {
  stopLive()
  wanted = true
  heard = null
  listening = setInterval(dropIfDead, LISTEN)
  connect()
}

export function stopLive(): void {
  wanted = false
  clearTimeout(timer)
  clearInterval(listening)
  calm()
  socket?.close()
  socket = undefined
  teamHeard(null)
  hereHeard([])
}

/** A change of ours was committed. With the socket down the feed cannot tell what to ask anew, so that is everything. */
export function seqWritten(seq: number): void {
  if (wanted && socket?.readyState !== WebSocket.OPEN && seq > (heard ?? 0)) forgetAll()
}

function calm(): void {
  clearTimeout(worry)
  worry = undefined
}

function connect(): void {
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws'
  const mine = new WebSocket(`${scheme}://${location.host}/live?window=${windowId()}`)
  socket = mine
  beatAt = null
  mine.addEventListener('open', () => { attempt = 0; calm(); heardFrom(); sayWhere(mine) })
  mine.addEventListener('message', event => { if (mine === socket) hear(String(event.data)) })
  mine.addEventListener('close', () => { if (mine === socket && wanted) comeBack() })
}

/** Nothing that is asked over a dead line comes back, not even its end: the next one is sought at once. */
function dropIfDead(): void {
  if (socket?.readyState !== WebSocket.OPEN || beatAt === null || Date.now() - beatAt < SILENT) return
  const dead = socket
  socket = undefined
  dead.close()
  comeBack()
}

/** A host that restarted gives no feed to a window it does not know: enter again first. */
function comeBack(): void {
  worry ??= setTimeout(lostTouch, GRACE)
  timer = setTimeout(() => { rejoinIfForgotten().then(() => { if (wanted) connect() }, () => { if (wanted) comeBack() }) }, backoff(attempt++))
}

function hear(text: string): void {
  const message = FeedMessage.safeParse(JSON.parse(text))
  if (!message.success) return // a newer host may say more than this window knows
  const { data } = message
  if (data.is === 'hello') helloAt(data.seq)
  else if (data.is === 'ops') opsUpTo(data.from, data.seq, data.ops.map(op => op.entity))
  else if (data.is === 'beat') beatAt = Date.now()
  else if (data.is === 'here') hereHeard(data.here)
  else if (data.is === 'file') fileHeard(data)
  else if (data.is === 'job') jobHeard(data)
  else if (data.is === 'team') teamHeard(data.team)
  else { stopLive(); becameOut(data.why) }
}

/** A second hello means that the line was down: what happened meanwhile was not told. */
function helloAt(seq: number): void {
  if (heard !== null) forgetAll()
  fileHeard({ moved: false }) // if it is not so, that is the host's next word
  heard = seq
  opsHeard(seq)
}

let gathered = new Set<string>()
let gathering: ReturnType<typeof setTimeout> | undefined

function opsUpTo(from: number, seq: number, entities: string[]): void {
  if (heard !== null && from > heard + 1) forgetAll()
  heard = Math.max(heard ?? 0, seq)
  opsHeard(heard)
  for (const entity of entities) gathered.add(entity)
  gathering ??= setTimeout(() => {
    gathering = undefined
    const nouns = gathered
    if (nouns.has('coder')) void queries.invalidateQueries({ queryKey: ['desk.read'] }) // perhaps the one who sits here is no coder any more
    gathered = new Set()
    forget(nouns)
  }, GATHER)
}
