import { pageUrl } from './page-address.ts'

/** A window shows the page and nothing else: only the page itself, whatever its fragment, may be navigated to. */
export function allowNavigation(url: string): boolean {
  return url === pageUrl || url.startsWith(`${pageUrl}#`)
}
