// Where words will stand in a moment; silent to screen readers, still where motion is unwanted.

export function Skeleton({ lines = 3, label }: { lines?: number, label: string }) {
  return (
    <div className="ui-skeleton" role="status" aria-label={label}>
      {Array.from({ length: lines }, (_, at) => <span key={at} className="ui-skeleton-line" />)}
    </div>
  )
}
