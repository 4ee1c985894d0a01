import { spawn } from 'node:child_process'

// The browser host over a page that is built again at each change; the host starts anew when its own source changes.
const children = [
  spawn('vite', ['build', '--watch', '--logLevel', 'warn'], { stdio: 'inherit', shell: process.platform === 'win32' }),
  spawn(process.execPath, ['--watch', 'electron/serve.ts', ...process.argv.slice(2)], { stdio: 'inherit' }),
]
// One ending ends the other: half of it is of no use.
for (const child of children)
  child.on('exit', () => {
    for (const other of children) other.kill()
  })
