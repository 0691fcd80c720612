// Shows an address in the default browser; where that can't be done, the address that was printed will have to do.
import { spawn } from 'node:child_process'

/** Is there a screen to show anything on? On Linux over ssh, or in a container, there isn't. */
export const hasScreen = (): boolean => process.platform !== 'linux' || [process.env.DISPLAY, process.env.WAYLAND_DISPLAY].some(Boolean)

export function openBrowser(url: string): void {
  const [file, args]: [string, string[]] = process.platform === 'darwin' ? ['open', [url]]
    : process.platform === 'win32' ? ['rundll32', ['url.dll,FileProtocolHandler', url]]
      : ['xdg-open', [url]]
  spawn(file, args, { stdio: 'ignore', detached: true }).on('error', () => {}).unref()
}
