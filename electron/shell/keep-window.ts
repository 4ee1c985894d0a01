import { app, type BrowserWindow } from 'electron'
import type { App } from '../app/create-app.ts'
import { createWindow, type WindowParts } from './create-window.ts'
import { connectWindow } from './ipc-transport.ts'
import { lockDownContents } from './lock-down-contents.ts'
import { pageUrl } from './page-address.ts'
import { recoverPage } from './recover-page.ts'

/** The one window there is at a time, or none: on macOS an app lives on without. */
export type CurrentWindow = { window: BrowserWindow | undefined }

/** Opens the window, and again or to the front whenever the person asks for the app. */
export function keepWindow(core: App, current: CurrentWindow, parts: WindowParts): void {
  function open(): void {
    const window = createWindow(parts)
    current.window = window
    window.on('closed', () => (current.window = undefined))
    recoverPage(window, core.log)
    connectWindow(core, window)
    window.loadURL(pageUrl).catch((error: unknown) => core.log.write('error', 'The page could not be loaded', error))
  }

  function show(): void {
    if (current.window === undefined) return open()
    if (current.window.isMinimized()) current.window.restore()
    current.window.show()
    current.window.focus()
  }

  app.on('web-contents-created', (_event, contents) =>
    lockDownContents(contents, (what, url) => core.log.write('warning', what, { url })),
  )
  app.on('second-instance', show)
  app.on('activate', () => current.window === undefined && open())
  app.on('window-all-closed', () => process.platform !== 'darwin' && app.quit())
  open()
}
