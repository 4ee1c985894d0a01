import { dialog, type BrowserWindow } from 'electron'
import type { Log } from '../app/log.ts'
import { afterCrash } from './after-crash.ts'

/** Loads the page again when its process dies; its runs live in the app and are found again. */
export function recoverPage(window: BrowserWindow, log: Log): void {
  let lastAt = Number.NEGATIVE_INFINITY
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log.write('error', `The page’s process ended: ${reason}`, { exitCode })
    const now = performance.now()
    const next = afterCrash(reason, now - lastAt)
    lastAt = now
    if (next === 'reload') window.webContents.reload()
    if (next !== 'give-up') return
    dialog.showErrorBox(
      'The window keeps closing down',
      'Your conversations are saved. Start Bedrock Analyst again; if it happens once more, the log in the data folder says why.',
    )
    window.destroy()
  })
}
