import type { WebContents } from 'electron'
import { allowNavigation } from './allow-navigation.ts'

/** Keeps a page where it is: no navigation, no new window, no web view, in any frame of it. */
export function lockDownContents(contents: WebContents, onRefused: (what: string, url: string) => void): void {
  contents.on('will-frame-navigate', (details) => {
    if (details.isMainFrame && allowNavigation(details.url)) return
    details.preventDefault()
    onRefused('A navigation was refused', details.url)
  })
  contents.on('will-redirect', (details) => {
    details.preventDefault()
    onRefused('A redirect was refused', details.url)
  })
  contents.on('will-attach-webview', (event, _preferences, parameters) => {
    event.preventDefault()
    onRefused('A web view was refused', parameters['src'] ?? '')
  })
  contents.setWindowOpenHandler(({ url }) => {
    onRefused('A new window was refused', url)
    return { action: 'deny' }
  })
}
