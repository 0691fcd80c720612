// Whose codings count for themes where nobody chose otherwise: what was agreed on, in a project that has such a layer.
import type { Layer } from '../../shared/domain/layer.ts'
import { useRead } from '../api/hooks.ts'

const ALL: Layer = { is: 'all' }
const AGREED: Layer = { is: 'consensus' }

/** Undefined until it is known. */
export function useLayer(): Layer | undefined {
  const project = useRead('project.read', {}).data
  return project && (project.hasConsensus ? AGREED : ALL)
}
