// Themes that two people worked on apart from each other come together as one.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { checkStore } from '../../../db/check.ts'
import { canonicalView } from '../../../db/replication/view.ts'
import { newId, type Id } from '../../../shared/domain/ids.ts'
import { bring, callIn, makeTemplate, world, type Copy } from '../../support/random-copies.ts'

/** Of one project, at two people; gone when the test is. */
async function twoCopies(): Promise<{ a: Copy; b: Copy; anna: Id; bram: Id }> {
  const folder = mkdtempSync(join(tmpdir(), 'duiding-template-'))
  const here = await world(await makeTemplate(folder), [0, 0, 0])
  onTestFinished(() => { here.close(); rmSync(folder, { recursive: true, force: true }) })
  const [a, b] = here.copies as [Copy, Copy]
  const [anna, bram] = here.coders as [Id, Id]
  return { a, b, anna, bram }
}

test('[E4] the same code laid on one theme in two copies is one part; a code taken away meanwhile stays as long as a theme rests on it', async () => {
  const { a, b, anna, bram } = await twoCopies()
  const [klik] = (await callIn(a, anna, 'code.list', {})).map(({ id }) => id) as [Id]
  const [theme, fresh] = [newId(), newId()]
  await callIn(a, anna, 'theme.create', { id: theme, name: 'Gezien worden' })
  await callIn(a, anna, 'code.create', { id: fresh, name: 'Nieuw' })
  await bring(a, b)
  await callIn(a, anna, 'theme.place', { theme, targets: [{ code: klik }] })
  await callIn(a, anna, 'theme.change', { theme, concept: 'Een patroon waarin iemand echt kijkt.' })
  await callIn(b, bram, 'theme.place', { theme, targets: [{ code: fresh }, { code: klik }], side: 'contradicts' })
  await callIn(b, bram, 'theme.change', { theme, tensions: 'Kijken kan ook controle zijn.' })
  await callIn(a, anna, 'history.undo', {})
  await callIn(a, anna, 'history.redo', {})
  // Anna takes her new code back while Bram, elsewhere, built on it.
  const seq = (await callIn(a, anna, 'history.timeline', { nouns: ['code'] })).acts[0]!.seq
  await callIn(a, anna, 'history.undo', { seq })
  for (const [from, to] of [[a, b], [b, a]] as const) expect((await bring(from, to)).waiting).toEqual([])
  expect([...canonicalView(a.store)]).toEqual([...canonicalView(b.store)])
  for (const copy of [a, b]) {
    expect(checkStore(copy.store)).toEqual([])
    const [{ parts, ...found }] = (await callIn(copy, anna, 'theme.list', {})) as [Awaited<ReturnType<typeof callIn<'theme.list'>>>[number]]
    expect([found.concept, found.tensions]).toEqual(['Een patroon waarin iemand echt kijkt.', 'Kijken kan ook controle zijn.'])
    expect(parts.map((part) => [part.is === 'code' && part.code, part.side])).toEqual([[fresh, 'contradicts'], [klik, 'contradicts']])
    expect((await callIn(copy, anna, 'conflict.list', {})).inUse.map(({ id }) => id)).toEqual([fresh])
  }
})

test('[8.10] a theme taken away while a colleague laid something on it elsewhere comes back by undo with that on it, and goes again by redo', async () => {
  const { a, b, anna, bram } = await twoCopies()
  const [klik] = (await callIn(a, anna, 'code.list', {})).map(({ id }) => id) as [Id]
  const theme = newId()
  await callIn(a, anna, 'theme.create', { id: theme, name: 'Gezien worden' })
  await bring(a, b)
  await callIn(b, bram, 'theme.place', { theme, targets: [{ code: klik }], side: 'supports' })
  await callIn(a, anna, 'theme.remove', { theme })
  await bring(b, a)
  const themes = async (): Promise<unknown> => (await callIn(a, anna, 'theme.list', {})).map(({ name, parts }) => [name, parts.map((part) => part.is === 'code' && part.code)])
  expect(await themes()).toEqual([])
  await callIn(a, anna, 'history.undo', {})
  expect(await themes()).toEqual([['Gezien worden', [klik]]])
  await callIn(a, anna, 'history.redo', {})
  expect(await themes()).toEqual([])
  expect(checkStore(a.store)).toEqual([])
})
