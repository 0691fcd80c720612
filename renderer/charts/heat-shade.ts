// The one ramp of a cross-table: the larger the share, the darker the paper, always light enough for the ink on it.

/** Share of the shade in a full cell; more would make the numbers hard to read (a test measures the contrast). */
export const DEEPEST_SHADE = 0.5

/** The background of a cell as a CSS colour. `share`: 0–1 of the largest shade; what lies outside is brought in; null is unshaded. */
export function heatShade(share: number | null): string {
  if (share === null || !(share > 0)) return 'transparent'
  return `color-mix(in oklab, var(--shade) ${(Math.min(1, share) * DEEPEST_SHADE * 100).toFixed(1)}%, transparent)`
}
