// The name of a file, from a title: what Windows, macOS and Linux all allow.

const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i

/** Without extension; '' when nothing usable is left. */
export function fileName(title: string): string {
  const plain = title.replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ').replace(/\s+/g, ' ').trim().replace(/^\.+|[. ]+$/g, '').slice(0, 100).trim()
  return RESERVED.test(plain) ? `${plain} project` : plain
}
