// Whoever goes without a word (a laptop that sleeps, a network that is gone) is there no more; whoever is, hears that the line is good.
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { WebSocket, WebSocketServer } from 'ws'
import { expect, onTestFinished, test } from 'vitest'
import type { Hub } from '../../server/hub.ts'
import { listenIn } from '../../server/live-socket.ts'

test('[L1] who leaves signs of life unanswered is gone; who answers stays, and hears one each time', async () => {
  const left: string[] = []
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 })
  onTestFinished(() => { server.clients.forEach((client) => client.terminate()); server.close() })
  server.on('connection', (client, { url }) => {
    const hub: Pick<Hub, 'listen'> = { listen: () => ({ at: () => {}, saw: () => {}, leave: () => left.push(url!) }) }
    listenIn(client, hub as Hub, () => null, false, 100)
  })
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const heard: unknown[] = []
  const awake = new WebSocket(`ws://127.0.0.1:${port}/wakker`)
  awake.on('message', (words: Buffer) => heard.push(JSON.parse(words.toString())))
  const asleep = new WebSocket(`ws://127.0.0.1:${port}/slaapt`, { autoPong: false })
  expect((await once(asleep, 'close'))[0]).toBe(1006)
  await expect.poll(() => heard.length).toBeGreaterThan(4)
  expect(heard[0]).toEqual({ is: 'beat' })
  expect([left, awake.readyState]).toEqual([['/slaapt'], WebSocket.OPEN])
})
