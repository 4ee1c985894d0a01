/** The page lives under a scheme of its own, so that no other origin, and no file, can be mistaken for it. */
export const pageScheme = 'app'
export const pageHost = 'bedrock-analyst'
export const pageOrigin = `${pageScheme}://${pageHost}`
export const pageUrl = `${pageOrigin}/index.html`

/** Whether `url` is this origin or an address under it. `app://bedrock-analyst.evil` is neither. */
export function isPageAddress(url: string): boolean {
  return url === pageOrigin || url.startsWith(`${pageOrigin}/`)
}
