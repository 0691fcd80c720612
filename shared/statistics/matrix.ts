// The little matrix algebra that the clustered chi-square needs.

/** Rows of equal length. */
export type Matrix = number[][]

export function transpose(matrix: Matrix): Matrix {
  return (matrix[0] ?? []).map((_, col) => matrix.map(row => row[col]!))
}

export function multiply(left: Matrix, right: Matrix): Matrix {
  return left.map(row => {
    const out = (right[0] ?? []).map(() => 0)
    row.forEach((value, k) => { if (value !== 0) right[k]!.forEach((other, col) => { out[col]! += value * other }) })
    return out
  })
}

export function trace(matrix: Matrix): number {
  return matrix.reduce((total, row, i) => total + row[i]!, 0)
}

/** The X with A·X = B, by elimination with the largest pivot; null when A has no inverse. */
export function solve(a: Matrix, b: Matrix): Matrix | null {
  const rows = a.map((row, i) => [...row, ...b[i]!])
  const size = a.length
  const scale = Math.max(...a.flat().map(Math.abs))
  for (let col = 0; col < size; col++) {
    let pivot = col
    for (let row = col + 1; row < size; row++) if (Math.abs(rows[row]![col]!) > Math.abs(rows[pivot]![col]!)) pivot = row
    if (!(Math.abs(rows[pivot]![col]!) > scale * 1e-13)) return null
    const top = rows[pivot]!
    rows[pivot] = rows[col]!
    rows[col] = top
    for (let row = 0; row < size; row++) {
      const target = rows[row]!
      const factor = row === col ? 0 : target[col]! / top[col]!
      if (factor !== 0) for (let at = col; at < target.length; at++) target[at]! -= factor * top[at]!
    }
  }
  return rows.map((row, i) => row.slice(size).map(value => value / row[i]!))
}
