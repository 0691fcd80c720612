// What every part of the cross-table is given of the project around it.
import type { Output } from '../../shared/contract/index.ts'

export interface Around { project: Output<'project.read'>, codes: Output<'code.list'>, signifiers: Output<'signifier.list'>, coders: Output<'coder.list'>, themes: Output<'theme.names'> }
