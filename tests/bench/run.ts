// npm run bench: the product and its bare twin on the same seeded workload, each in a process of its own, side by side.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { seedCodings, writeStoryFile } from './seed.ts'
import { QUESTIONS_ASKED, type Figures } from './timing.ts'
import { SIZES, type Size } from './workload.ts'

/** Prints one table per size; 'all' takes S, M and L. */
export function bench(sizes: readonly Size[]): void {
  for (const size of sizes) print(size, measure(size))
}

type Measured = { product: Figures; importing: Figures; bare: Figures }

function measure(size: Size): Measured {
  const folder = mkdtempSync(join(tmpdir(), 'duiding-bench-'))
  try {
    const [file, project, profile] = [join(folder, 'stories.csv'), join(folder, 'bench.duiding'), join(folder, 'profile')]
    writeStoryFile(file, size)
    const importing = inOwnProcess('product.ts', ['import', project, profile, file])
    seedCodings(project, profile, size)
    const product = { ...inOwnProcess('product.ts', ['make', project, profile]), ...inOwnProcess('product.ts', ['open', project, profile]), ...inOwnProcess('product.ts', ['ask', project, profile]) }
    return { importing, product, bare: inOwnProcess('bare.ts', [join(folder, 'bare.db'), size.name, file]) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function inOwnProcess(script: string, args: string[]): Figures {
  return JSON.parse(execFileSync(process.execPath, [fileURLToPath(new URL(script, import.meta.url)), ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 2 ** 24 })) as Figures
}

function print({ name, stories, codings, codes, coders }: Size, { product, importing, bare }: Measured): void {
  console.log(`\n${name}: ${stories} stories, ${codings} codings, ${codes} codes, ${coders} coders; milliseconds`)
  console.log(line('', 'median', 'p95', 'bare', 'p95', 'ratio'))
  for (const asked of QUESTIONS_ASKED) {
    const [ours, theirs] = [asked === 'import' ? importing[asked] : product[asked], bare[asked]]
    const cells = [...(ours ? [figure(ours.median), figure(ours.p95)] : ['', '']), ...(theirs ? [figure(theirs.median), figure(theirs.p95)] : [])]
    console.log(line(asked, ...cells, ...(ours && theirs ? [`${(ours.median / theirs.median).toFixed(2)}×`] : [])))
  }
  console.log('reads in the host\'s own thread, the slowest:')
  for (const { call, median, p95 } of product.slowest?.slice(0, 5) ?? []) console.log(line(`  ${call}`, figure(median), figure(p95)))
  console.log(line('peak memory, MiB', figure(product.peak), '', figure(bare.peak)))
  console.log(line('  while importing', figure(importing.peak)))
}

const line = (first: string, ...cells: string[]): string => first.padEnd(34) + cells.map((cell) => cell.padStart(10)).join('')
const figure = (value: number): string => (value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : value.toFixed(0))

export const sizesNamed = (names: readonly string[]): Size[] => (names.length === 0 || names.includes('all') ? Object.values(SIZES) : names.map((name) => {
  const size = SIZES[name.toUpperCase()]
  if (!size) throw new Error(`There is no size ${name}; there are ${Object.keys(SIZES).join(', ')}`)
  return size
}))
