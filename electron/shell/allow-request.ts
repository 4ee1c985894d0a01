import { isPageAddress, pageOrigin } from './page-address.ts'

/**
 * Whether the window may load `url`. Stops a page that was made to run foreign code from sending anything out: nothing
 * but the page's own files, and what it made itself, is ever fetched. `hasDevTools` is false in the installed app.
 */
export function allowRequest(url: string, { hasDevTools }: { readonly hasDevTools: boolean }): boolean {
  if (isPageAddress(url) || url.startsWith(`blob:${pageOrigin}/`) || url.startsWith('data:')) return true
  return hasDevTools && url.startsWith('devtools://')
}
