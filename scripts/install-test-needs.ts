import { existsSync } from 'node:fs'
import path from 'node:path'
import { runStep } from './run-step.ts'

/** Programs the tests use for real, and the Debian package that brings each. */
const needs: readonly { readonly names: readonly string[]; readonly debianPackage: string }[] = [
  { names: ['chromium', 'chromium-browser', 'google-chrome'], debianPackage: 'chromium' },
  { names: ['bwrap'], debianPackage: 'bubblewrap' },
  { names: ['socat'], debianPackage: 'socat' },
  { names: ['rg'], debianPackage: 'ripgrep' },
]

/** Makes sure the tests have what they need: installed by apt as root on Debian and Ubuntu, else named, and it stops. */
export async function installTestNeeds(): Promise<void> {
  const missing = needs.filter(({ names }) => !names.some(isOnPath)).map(({ debianPackage }) => debianPackage)
  if (missing.length === 0) return
  const command = `apt-get install -y --no-install-recommends ${missing.join(' ')}`
  if (process.getuid?.() !== 0 || !isOnPath('apt-get')) {
    process.stderr.write(`The tests need: ${missing.join(', ')}. On Debian or Ubuntu: sudo ${command}\n`)
    process.exit(1)
  }
  process.stdout.write(`Installing what the tests need: ${missing.join(', ')}\n`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await runStep('apt-get', ['update', '-qq'], env)
  const code = await runStep('apt-get', [...command.split(' ').slice(1), '-qq'], env)
  if (code !== 0) process.exit(code)
}

function isOnPath(name: string): boolean {
  return (process.env['PATH'] ?? '').split(path.delimiter).some((folder) => existsSync(path.join(folder, name)))
}
