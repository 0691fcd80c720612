// The version that windows and files are told.
import packageJson from '../package.json' with { type: 'json' }

export const VERSION: string = packageJson.version
