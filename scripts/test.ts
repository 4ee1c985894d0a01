import { installTestNeeds } from './install-test-needs.ts'
import { requireStep } from './run-step.ts'

// Everything, from the cheapest to the dearest: a slip is told in seconds, not after the browser tests.
await installTestNeeds()
await requireStep('node', ['scripts/run.mjs', 'check'])
await requireStep('node', ['scripts/run.mjs', 'build'])
await requireStep('vitest', ['run'])
await requireStep('playwright', ['test'])
