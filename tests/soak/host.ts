// A host for a soak: opens the project and prints links for its guests; each lets one in once, so there are many. Ends when it is killed.
import { startHost } from '../../server/start.ts'

const [project, dataFolder] = process.argv.slice(2) as [string, string]
const host = await startHost({ projectFile: project, dataFolder, rendererFolder: dataFolder })
process.stdout.write(`${JSON.stringify(Array.from({ length: 300 }, () => host.link()))}\n`)
