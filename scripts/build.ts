import { requireStep } from './run-step.ts'

// The page, then what Electron starts. The browser host and the command line run from source.
await requireStep('vite', ['build', '--logLevel', 'warn'])
await requireStep('vite', ['build', '--logLevel', 'warn', '--config', 'vite.main.config.ts'])
await requireStep('vite', ['build', '--logLevel', 'warn', '--config', 'vite.preload.config.ts'])
