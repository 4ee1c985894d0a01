import { randomBytes } from 'node:crypto'

export type OfferedDownload = { readonly file: string; readonly name: string }

/** Files the page may fetch once each, by a name nobody can guess. */
export type Downloads = {
  /** A path on this origin. */
  offer(download: OfferedDownload): string
  take(urlPath: string): OfferedDownload | undefined
}

const prefix = '/download/'

export function createDownloads(): Downloads {
  const offered = new Map<string, OfferedDownload>()
  return {
    offer(download) {
      const url = `${prefix}${randomBytes(18).toString('base64url')}`
      offered.set(url, download)
      return url
    },
    take(urlPath) {
      const download = offered.get(urlPath)
      offered.delete(urlPath)
      return download
    },
  }
}
