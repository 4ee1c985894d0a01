import { isPageAddress } from './page-address.ts'

/**
 * The one thing the page may do beyond drawing itself is to put text on the clipboard (its Copy buttons); it may not
 * read it. Camera, microphone, location, notifications, devices and whatever else Chromium learns to offer: no.
 */
export function allowPermission(permission: string, requester: string): boolean {
  return permission === 'clipboard-sanitized-write' && isPageAddress(requester)
}
