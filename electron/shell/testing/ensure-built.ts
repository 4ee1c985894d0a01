import { mkdir, open, rm, stat } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { buildPageIfStale, buildShellIfStale } from '../../../scripts/build-if-stale.ts'

const lock = 'build/.building'
/** Longer than any build: what is older was left behind by a test that was killed. */
const forgottenMs = 240_000

/** Builds the page and the shell if they are stale. Several test files may ask at once: one builds, the others wait. */
export async function ensureBuilt(): Promise<void> {
  await mkdir('build', { recursive: true })
  while (!(await takeLock())) await wait(200)
  try {
    await buildPageIfStale()
    await buildShellIfStale()
  } finally {
    await rm(lock, { force: true })
  }
}

async function takeLock(): Promise<boolean> {
  const age = await stat(lock).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => 0,
  )
  if (age > forgottenMs) await rm(lock, { force: true })
  return open(lock, 'wx').then(
    (handle) => handle.close().then(() => true),
    () => false,
  )
}
