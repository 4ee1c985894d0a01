import { isStale } from './is-stale.ts'
import { requireStep } from './run-step.ts'

const shared = ['shared', 'package-lock.json', 'vite.config.ts']

/** Builds the page when it is older than what it is made of. */
export async function buildPageIfStale(): Promise<void> {
  if (!(await isStale('build/renderer/index.html', ['renderer', ...shared]))) return
  process.stdout.write('Building the page…\n')
  await requireStep('vite', ['build', '--logLevel', 'warn'])
}

/** Builds what Electron starts when it is older than what it is made of. */
export async function buildShellIfStale(): Promise<void> {
  const sources = ['electron', 'vite.main.config.ts', 'vite.preload.config.ts', ...shared]
  if (!(await isStale('build/main/main.js', sources))) return
  process.stdout.write('Building the app…\n')
  await requireStep('vite', ['build', '--logLevel', 'warn', '--config', 'vite.main.config.ts'])
  await requireStep('vite', ['build', '--logLevel', 'warn', '--config', 'vite.preload.config.ts'])
}
