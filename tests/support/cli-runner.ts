// A process that is the command line for one person: runs one command after the other, each as `scripts/cli.mjs` would.
import { format } from 'node:util'
import { runCli } from '../../server/cli/main.ts'

process.on('message', async (args: string[]) => {
  const said = { out: '', err: '' }
  console.log = (...words: unknown[]) => { said.out += `${format(...words)}\n` }
  console.error = (...words: unknown[]) => { said.err += `${format(...words)}\n` }
  const code = await runCli(args)
  process.send!({ code, ...said })
})
