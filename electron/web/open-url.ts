import { spawn } from 'node:child_process'

/** Opens an http(s) address in the person's browser. Does nothing where there is none; the address was printed. */
export function openUrl(url: string): void {
  const [command, ...parts] = opener(url)
  if (command === undefined) return
  const child = spawn(command, parts, { stdio: 'ignore', detached: true })
  child.on('error', () => {})
  child.unref()
}

/** No shell in between: the address is one argument, whatever it holds. */
function opener(url: string): readonly string[] {
  switch (process.platform) {
    case 'darwin':
      return ['open', url]
    case 'win32':
      return ['rundll32', 'url.dll,FileProtocolHandler', url]
    default:
      return process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'] ? ['xdg-open', url] : []
  }
}
