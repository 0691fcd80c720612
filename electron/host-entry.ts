// What utilityProcess.fork runs: bundled to dist/electron/host.js with the whole host in it.
import { startHost, type HostOptions } from '../server/start.ts'
import { serveShell, type Port } from './host.ts'

const { parentPort } = process as unknown as { parentPort: Port }
void serveShell(parentPort, JSON.parse(process.argv.at(-1)!) as HostOptions, startHost, code => process.exit(code))
