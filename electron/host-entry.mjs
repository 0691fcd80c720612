// What utilityProcess.fork runs: bundled to dist/electron/host.js with the whole host in it.
import { startHost } from '../server/start.ts'
import { serveShell } from './host.ts'

void serveShell(process.parentPort, JSON.parse(process.argv[2]), startHost, code => process.exit(code))
