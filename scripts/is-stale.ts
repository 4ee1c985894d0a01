import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'

/** Whether anything in `sources` (files or folders) is newer than `product`, or the product is missing. */
export async function isStale(product: string, sources: readonly string[]): Promise<boolean> {
  const built = await modified(product)
  if (built === null) return true
  const times = await Promise.all(sources.map(newest))
  return Math.max(...times) > built
}

async function newest(source: string): Promise<number> {
  const own = (await modified(source)) ?? 0
  const entries = await readdir(source, { withFileTypes: true, recursive: true }).catch(() => [])
  const times = await Promise.all(entries.map((entry) => modified(path.join(entry.parentPath, entry.name))))
  return Math.max(own, ...times.map((time) => time ?? 0))
}

function modified(file: string): Promise<number | null> {
  return stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => null,
  )
}
