import { isPageAddress, pageOrigin } from './page-address.ts'

/** What Electron says about who sent a message. */
export type Sender = {
  readonly webContentsId: number
  /** null once the frame has navigated or is gone. */
  readonly frame: { readonly isMain: boolean; readonly origin: string; readonly url: string } | null
}

/**
 * Why a message is refused, or null. Stops a frame, a second window or a page that took the window's place from
 * speaking with the app in our page's name.
 */
export function refuseSender({ webContentsId, frame }: Sender, ourWebContentsId: number): string | null {
  if (webContentsId !== ourWebContentsId) return 'it comes from another window'
  if (frame === null) return 'its frame is gone'
  if (!frame.isMain) return 'it comes from a frame inside the page'
  if (frame.origin !== pageOrigin || !isPageAddress(frame.url)) return 'it comes from another origin'
  return null
}
