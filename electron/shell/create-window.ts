import { BrowserWindow, nativeTheme, screen } from 'electron'
import type { WindowMemory } from './window-memory.ts'
import { windowOptions } from './window-options.ts'
import { windowPlace } from './window-place.ts'

export type WindowParts = {
  readonly preload: string
  /** The app's picture. */
  readonly icon: string
  readonly memory: WindowMemory
  readonly hasDevTools: boolean
}

/** Makes the window where it was last, empty and hidden; it shows itself once it has been given something to show. */
export function createWindow({ memory, ...look }: WindowParts): BrowserWindow {
  const main = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter(({ id }) => id !== main.id)
  const workAreas = [main, ...others].map(({ workArea }) => workArea)
  const place = windowPlace(memory.recall(), workAreas)
  const window = new BrowserWindow(
    windowOptions({ ...look, place, platform: process.platform, isDark: nativeTheme.shouldUseDarkColors }),
  )
  window.once('ready-to-show', () => {
    if (place.isMaximized) window.maximize()
    window.show()
  })
  window.on('close', () => memory.remember({ ...window.getNormalBounds(), isMaximized: window.isMaximized() }))
  return window
}
