import { BrowserWindow, nativeTheme, screen } from 'electron'
import { pageUrl } from './page-address.ts'
import type { WindowMemory } from './window-memory.ts'
import { windowOptions } from './window-options.ts'
import { windowPlace } from './window-place.ts'

/** Makes the window where it was last, empty and hidden: `showPage` fills it once somebody listens to its page. */
export function createWindow(options: {
  readonly preload: string
  readonly icon: string
  readonly memory: WindowMemory
  readonly hasDevTools: boolean
}): BrowserWindow {
  const { memory } = options
  const main = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter(({ id }) => id !== main.id)
  const place = windowPlace(
    memory.recall(),
    [main, ...others].map(({ workArea }) => workArea),
  )
  const window = new BrowserWindow(
    windowOptions({
      place,
      preload: options.preload,
      icon: options.icon,
      platform: process.platform,
      isDark: nativeTheme.shouldUseDarkColors,
      hasDevTools: options.hasDevTools,
    }),
  )
  window.once('ready-to-show', () => {
    if (place.isMaximized) window.maximize()
    window.show()
  })
  window.on('close', () => memory.remember({ ...window.getNormalBounds(), isMaximized: window.isMaximized() }))
  return window
}

/** Resolves once the page has loaded. */
export function showPage(window: BrowserWindow): Promise<void> {
  return window.loadURL(pageUrl)
}

/** Brings the window to the front, wherever it hid. */
export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
