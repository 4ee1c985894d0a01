import { requireStep } from './run-step.ts'

// Format, lint, imports, types, unused code: fastest first.
await requireStep('oxfmt', ['--check', '.'])
await requireStep('oxlint', ['--quiet'])
await requireStep('node', ['scripts/check-imports.ts'])
for (const folder of ['shared', 'electron', 'renderer', 'e2e']) await requireStep('tsc', ['-p', folder])
await requireStep('knip', [])
