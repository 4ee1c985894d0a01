import { defineConfig } from 'vitest/config'
import { reportSkips } from './scripts/report-skips.ts'

export default defineConfig({
  test: {
    include: ['{shared,electron,renderer,scripts,bench,e2e/bedrock-emulator}/**/*.test.{ts,tsx}'],
    // Real processes, sockets and sandboxes: two at once is what two cores carry without one test timing another out.
    maxWorkers: 2,
    reporters: ['default', reportSkips()],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // What is waited for comes when it comes: a busy machine takes longer for the same.
    expect: { poll: { timeout: 15_000 } },
  },
})
