// A host on a project in a team folder, as a process of its own that can be killed; looks into the folder often. Prints its link.
import { startHost } from '../../server/start.ts'

const [projectFile, dataFolder] = process.argv.slice(2) as [string, string]
const host = await startHost({ projectFile, dataFolder, rendererFolder: dataFolder, team: { pace: { poll: 200, thorough: 4 } } })
process.stdout.write(`${host.link()}\n`)
process.once('SIGTERM', () => void host.close().then(() => process.exit(0)))
