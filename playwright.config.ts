import { defineConfig } from '@playwright/test'

/** Journeys through the real app in a real browser engine: see `e2e/launch.ts` for how it is started. */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.spec.ts',
  outputDir: 'test-results',
  timeout: 60_000,
  expect: { timeout: 15_000 },
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  reporter: [['list']],
  use: { trace: 'retain-on-failure' },
})
