import type { BrowserWindowConstructorOptions } from 'electron'
import { minimumSize, type WindowPlace } from './window-place.ts'

/** What decides how the window is made. */
export type WindowFacts = {
  readonly place: WindowPlace
  readonly preload: string
  readonly platform: NodeJS.Platform
  readonly isDark: boolean
  readonly hasDevTools: boolean
  /** The app's picture. macOS and Windows take theirs from the program itself. */
  readonly icon: string
}

/** The window: a sandboxed page without Node, shown when it has something to show. */
export function windowOptions(facts: WindowFacts): BrowserWindowConstructorOptions {
  const { place, preload, platform, isDark, hasDevTools, icon } = facts
  const { isMaximized: _, ...bounds } = place
  return {
    ...bounds,
    minWidth: minimumSize.width,
    minHeight: minimumSize.height,
    title: 'Bedrock Analyst',
    show: false,
    // The page's own canvas (renderer/ui/theme.css), so that opening and resizing do not flash.
    backgroundColor: isDark ? '#171614' : '#faf9f7',
    autoHideMenuBar: true,
    ...(platform === 'linux' ? { icon } : {}),
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      plugins: false,
      navigateOnDragDrop: false,
      devTools: hasDevTools,
      // macOS checks spelling by itself. Elsewhere Chromium would fetch a dictionary from the network, past every rule here.
      spellcheck: platform === 'darwin',
    },
  }
}
