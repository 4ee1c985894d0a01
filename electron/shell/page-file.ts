import path from 'node:path'
import { pageHost, pageScheme } from './page-address.ts'

export type PageFile = { readonly file: string; readonly type: string }

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
}

/**
 * The file of the built page behind `url`, or null. Only names under `root` with a known type: an encoded `..`, a
 * backslash or a drive letter must not lead out of it.
 */
export function pageFile(url: string, root: string): PageFile | null {
  const address = URL.parse(url)
  if (address?.protocol !== `${pageScheme}:` || address.host !== pageHost) return null
  const name = decode(address.pathname)
  if (name === null || /[\0\\:]/.test(name)) return null
  const file = path.join(root, name === '/' || name === '' ? 'index.html' : name)
  const type = types[path.extname(file)]
  const isInside = file.startsWith(root.endsWith(path.sep) ? root : root + path.sep)
  return type === undefined || !isInside ? null : { file, type }
}

function decode(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return null
  }
}
