// Every command, by name.
import type { Command } from './arguments.ts'
import { codingCommands } from './coding-commands.ts'
import { countCommands } from './count-commands.ts'
import { dataCommands } from './data-commands.ts'
import { importCommands } from './import-commands.ts'
import { mergeCommands } from './merge-commands.ts'
import { privacyCommands } from './privacy-commands.ts'
import { projectCommands } from './project-commands.ts'

export const COMMANDS: Record<string, Command> = { ...projectCommands, ...importCommands, ...codingCommands, ...countCommands, ...dataCommands, ...mergeCommands, ...privacyCommands }
