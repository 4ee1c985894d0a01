import { readFile } from 'node:fs/promises'
import path from 'node:path'

export type StaticFile = { readonly body: Buffer; readonly type: string }

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
}

/** A file of the built page, or null. Only names under `root` with a known type are served. */
export async function readStaticFile(root: string, urlPath: string): Promise<StaticFile | null> {
  const file = path.join(root, decodePath(urlPath === '/' ? '/index.html' : urlPath))
  const type = types[path.extname(file)]
  if (type === undefined || !file.startsWith(root + path.sep)) return null
  return readFile(file).then(
    (body) => ({ body, type }),
    () => null,
  )
}

function decodePath(urlPath: string): string {
  try {
    return decodeURIComponent(urlPath)
  } catch {
    return urlPath
  }
}
