// Keys as they are printed on the keyboard: "Ctrl+K" becomes two caps.

export function Kbd({ keys }: { keys: string }) {
  const caps = keys === '+' ? ['+'] : keys.split('+')
  return (
    <span className="ui-kbd">
      {caps.map(cap => <kbd key={cap}>{cap}</kbd>)}
    </span>
  )
}
