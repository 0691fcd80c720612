// A certificate's fingerprint as browsers show it, in rows that two people can read to each other.

const PAIRS = 8

export function Fingerprint({ print }: { print: string }) {
  const pairs = print.replaceAll(':', '').match(/../g) ?? []
  const rows = Array.from({ length: Math.ceil(pairs.length / PAIRS) }, (_, row) => pairs.slice(row * PAIRS, (row + 1) * PAIRS).join(':'))
  return <code className="lan-print">{rows.map((row, at) => <span key={row}>{row}{at < rows.length - 1 && ':'}</span>)}</code>
}
