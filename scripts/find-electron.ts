import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { spawn } from 'node:child_process'
import type { HostFacts } from './choose-host.ts'

const folder = path.join('node_modules', 'electron')
const downloadWithinMs = 120_000

/** Whether Electron's binary is there. It is not part of `npm ci`: the first start fetches it where that is possible. */
export async function findElectron(): Promise<HostFacts['electron']> {
  if (isPresent()) return { kind: 'present' }
  process.stdout.write('Fetching Electron for the first start…\n')
  await download()
  return isPresent() ? { kind: 'present' } : { kind: 'missing', reason: 'Electron’s binary could not be downloaded' }
}

function isPresent(): boolean {
  const pointer = path.join(folder, 'path.txt')
  return existsSync(pointer) && existsSync(path.join(folder, 'dist', readFileSync(pointer, 'utf8')))
}

/** Resolves however it ends: the binary being there is what counts. */
function download(): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(folder, 'install.js')], {
      stdio: 'ignore',
      timeout: downloadWithinMs,
    })
    child.on('error', () => resolve())
    child.on('exit', () => resolve())
  })
}
