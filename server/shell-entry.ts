// What utilityProcess.fork runs: bundled to dist/electron/host.js with the whole host in it.
import { serveShell, type Port } from './serve-shell.ts'
import { startHost, type HostOptions } from './start.ts'

const { parentPort } = process as unknown as { parentPort: Port }
void serveShell(parentPort, JSON.parse(process.argv.at(-1)!) as HostOptions, startHost, code => process.exit(code))
