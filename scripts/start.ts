import path from 'node:path'
import { parseArgs } from 'node:util'
import { buildPageIfStale, buildShellIfStale } from './build-if-stale.ts'
import { chooseHost } from './choose-host.ts'
import { findElectron } from './find-electron.ts'
import { runStep } from './run-step.ts'

const usage = `Usage: npm start -- [options]

  --web              open in the browser
  --electron         open in the desktop window, or say why not
  --port N           port of the browser host (any free one by default)
  --workspace DIR    open this folder
  --data-dir DIR     where conversations and settings are kept
  --no-open          only print the link
`

function readOptions() {
  try {
    return parseArgs({
      options: {
        web: { type: 'boolean', default: false },
        electron: { type: 'boolean', default: false },
        port: { type: 'string' },
        workspace: { type: 'string' },
        'data-dir': { type: 'string' },
        'no-open': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`)
    return process.exit(2)
  }
}

/** Folders are meant from where npm was called, not from the project's root. */
function resolveFromCaller(folder: string): string {
  return path.resolve(process.env['INIT_CWD'] ?? process.cwd(), folder)
}

/** The options a host takes, as arguments again. */
function forward(
  options: ReturnType<typeof readOptions>,
  names: readonly ('port' | 'workspace' | 'data-dir')[],
): string[] {
  return names.flatMap((name) => {
    const value = options[name]
    if (value === undefined) return []
    return [`--${name}`, name === 'port' ? value : resolveFromCaller(value)]
  })
}

const options = readOptions()
if (options.help) {
  process.stdout.write(usage)
  process.exit(0)
}
if (options.port !== undefined && !/^\d{1,5}$/.test(options.port)) {
  process.stderr.write(`--port takes a number from 0 to 65535.\n`)
  process.exit(2)
}
const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env['DISPLAY']) || Boolean(process.env['WAYLAND_DISPLAY'])
const wanted = options.web ? 'web' : options.electron ? 'electron' : undefined
const electron =
  wanted === 'web' || !hasDisplay ? { kind: 'missing' as const, reason: 'it was not asked for' } : await findElectron()
const choice = chooseHost({ wanted, electron, hasDisplay })

if (choice.kind === 'impossible') {
  process.stderr.write(`${choice.reason} Use npm start -- --web.\n`)
  process.exit(1)
}
await buildPageIfStale()
if (choice.kind === 'electron') {
  await buildShellIfStale()
  process.exit(await runStep('electron', ['.', ...forward(options, ['workspace', 'data-dir'])]))
}
if (choice.reason !== undefined) process.stdout.write(`${choice.reason}\n`)
const args = forward(options, ['port', 'workspace', 'data-dir'])
process.argv = [process.argv[0]!, 'serve', ...args, ...(options['no-open'] ? ['--no-open'] : [])]
await import('../electron/serve.ts')
