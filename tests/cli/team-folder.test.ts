// The command line on a project in a team folder, as real processes of two people: each works in a mirror, the folder carries the work.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { duiding, duidingJson } from '../support/cli.ts'
import { temporaryFolder } from '../support/workbench.ts'

test('[T8] a command works in this computer’s mirror, takes in colleagues’ work before and shares its own after, or says that it waits', async () => {
  const folder = temporaryFolder()
  const [anna, bram, share] = ['anna', 'bram', 'Nextcloud'].map((name) => join(folder, name)) as [string, string, string]
  for (const each of [anna, bram, share]) mkdirSync(each)
  const file = join(share, 'proef.duiding')
  await duidingJson(anna, 'new', file, '--title', 'Proef')
  expect(readdirSync(share)).toEqual(['proef.duiding'])
  const before = readFileSync(file)
  const bring = async (who: string, id: string, words: string) => {
    const csv = join(who, `${id}.csv`)
    writeFileSync(csv, `id,verhaal\n${id},${words}\n`)
    return duiding(who, 'import', file, csv)
  }
  const told = async (who: string) => (await duidingJson(who, 'stories', file) as { source: string; opening: string }[]).map(({ source }) => source).toSorted()
  expect(await bring(anna, 'a-1', 'Het klikte meteen tussen ons twee.')).toMatchObject({ code: 0, err: '' })
  expect(readdirSync(share).toSorted()).toEqual(['proef.duiding', 'proef.duiding-team'])
  expect(readFileSync(file).equals(before)).toBe(true)
  expect(await told(bram)).toEqual(['a-1'])
  renameSync(share, `${share}-weg`)
  const { code, err } = await bring(bram, 'b-1', 'Niemand belde terug en dat was jammer.')
  expect([code, err]).toEqual([0, `Bewaard op deze computer, maar nog niet gedeeld: ${file}-team kan nu niet worden beschreven. Wijzigingen die wachten: 1. Ze gaan mee zodra je het project weer opent.\n`])
  renameSync(`${share}-weg`, share)
  expect(await told(bram)).toEqual(['a-1', 'b-1'])
  expect(await told(anna)).toEqual(['a-1', 'b-1'])
  expect(existsSync(`${file}-wal`)).toBe(false)
}, 60_000)

test('[Y1] withdrawing from the command line says first what it means, then does it, here and for a colleague', async () => {
  const folder = temporaryFolder()
  const [anna, bram, share] = ['anna', 'bram', 'Dropbox'].map((name) => join(folder, name)) as [string, string, string]
  for (const each of [anna, bram, share]) mkdirSync(each)
  const file = join(share, 'proef.duiding')
  await duidingJson(anna, 'new', file)
  writeFileSync(join(anna, 'verhalen.csv'), 'id,verhaal\na-1,Niemand belde terug in drie lange weken.\na-2,Het klikte meteen met haar en met mij.\n')
  await duidingJson(anna, 'import', file, join(anna, 'verhalen.csv'))
  writeFileSync(join(anna, 'coderingen.csv'), 'story,start,end,code,coder\na-2,0,10,Klik,Anna\n')
  await duidingJson(anna, 'code-import', file, join(anna, 'coderingen.csv'))
  expect(await duidingJson(bram, 'stories', file)).toHaveLength(2)
  const asked = await duiding(anna, 'withdraw', file, 'a-1', '--coder', 'Anna')
  expect([asked.code, asked.err]).toEqual([2, expect.stringMatching(/^Dit haalt de woorden.*Er is niets gebeurd/)])
  expect(await duidingJson(anna, 'withdraw', file, 'a-1', '--coder', 'Anna', '--yes')).toMatchObject({ withdrawn: 1, snapshotsRemoved: 0 })
  expect((await duidingJson(bram, 'stories', file) as { source: string }[]).map(({ source }) => source)).toEqual(['a-2'])
  const holding = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && readFileSync(join(entry.parentPath, entry.name)).includes('belde terug in drie'))
  expect(holding.map(({ name }) => name)).toEqual(['verhalen.csv'])
}, 60_000)
