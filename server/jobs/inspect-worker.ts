// Looks at a file from elsewhere, in a process or thread of its own: is it a whole project of ours, and does what lies beside it belong to it?
import { parentPort } from 'node:worker_threads'
import { inspectFile } from '../../db/inspect.ts'
import type { Inspected } from '../inspect.ts'
import { asFailure } from '../report.ts'

const [path, profile] = process.argv.slice(2) as [string, string]
const inspected: Inspected = {}
try {
  inspectFile(path, profile)
} catch (error) {
  inspected.failure = asFailure(error)
}
if (parentPort) parentPort.postMessage(inspected)
else process.send!(inspected)
