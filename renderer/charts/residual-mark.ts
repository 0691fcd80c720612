// The mark of a cell that strays from what chance would give, the same in every table.

/** △ ▽ from an adjusted residual of 2 on, ▲ ▼ beyond 4; nothing without a residual. */
export function residualMark(residual: number | null): { sign: '' | '△' | '▽' | '▲' | '▼', strong: boolean } {
  if (residual === null || Math.abs(residual) < 2) return { sign: '', strong: false }
  const strong = Math.abs(residual) > 4
  return { sign: residual > 0 ? (strong ? '▲' : '△') : (strong ? '▼' : '▽'), strong }
}
