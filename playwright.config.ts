import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { defineConfig } from '@playwright/test'

/** Electron's binary is not part of `npm ci`; the first `npm start` with a display fetches it. */
function hasElectron(): boolean {
  const folder = path.join(import.meta.dirname, 'node_modules', 'electron')
  const pointer = path.join(folder, 'path.txt')
  return existsSync(pointer) && existsSync(path.join(folder, 'dist', readFileSync(pointer, 'utf8')))
}

// Said once, by the process that loads the config first, not by each of its workers.
if (!hasElectron() && process.env['TEST_WORKER_INDEX'] === undefined)
  console.log(
    'Journeys in the desktop window are left out: Electron’s binary is not here. The browser host runs them all.',
  )

/** Journeys through the real app in a real browser engine: see `e2e/launch.ts` for how it is started. */
export default defineConfig<{ hostKind: 'browser' | 'electron' }>({
  testDir: 'e2e',
  testMatch: '*.spec.ts',
  outputDir: 'test-results',
  timeout: 90_000,
  expect: { timeout: 20_000 },
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  reporter: [['list']],
  use: { trace: 'retain-on-failure' },
  projects: [
    { name: 'browser', use: { hostKind: 'browser' } },
    // Tokens and origins are the browser host's own.
    ...(hasElectron()
      ? [{ name: 'electron', use: { hostKind: 'electron' as const }, testIgnore: ['access.spec.ts', 'api.spec.ts'] }]
      : []),
  ],
})
