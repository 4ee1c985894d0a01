import { requireStep } from './run-step.ts'

// Installers of this system for this machine, from a fresh build. Nothing is published.
await requireStep('node', ['scripts/run.mjs', 'build'])
await requireStep('electron-builder', ['--publish', 'never', ...process.argv.slice(2)])
