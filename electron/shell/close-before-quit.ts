import { app } from 'electron'
import type { App } from '../app/create-app.ts'

/** Holds the quit back until every run is stopped and stored. Asked again meanwhile, it goes on waiting. */
export function closeBeforeQuit(core: App): void {
  let state: 'open' | 'closing' | 'closed' = 'open'
  app.on('will-quit', (event) => {
    if (state === 'closed') return
    event.preventDefault()
    if (state === 'closing') return
    state = 'closing'
    core
      .close()
      .catch((error: unknown) => process.stderr.write(`The app did not close cleanly: ${String(error)}\n`))
      .finally(() => {
        state = 'closed'
        app.quit()
      })
  })
}
