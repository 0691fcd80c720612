// The mark of a mean, in every picture the same star.

/** A star as a path, eight units across times `size`. */
export function starAt(x: number, y: number, size = 1): string {
  const points = Array.from({ length: 10 }, (_, at) => {
    const [reach, turn] = [(at % 2 === 0 ? 4 : 1.7) * size, at * Math.PI / 5 - Math.PI / 2]
    return `${(x + reach * Math.cos(turn)).toFixed(2)} ${(y + reach * Math.sin(turn)).toFixed(2)}`
  })
  return `M${points.join(' L')} Z`
}
