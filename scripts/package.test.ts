import { execFile } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { Ajv } from 'ajv'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { Reply, RequestOutput } from '../shared/ipc/contract.ts'
import { createCommandRunner } from '../electron/sandbox/create-command-runner.ts'
import { ensureBuilt } from '../electron/shell/testing/ensure-built.ts'
import { startShell } from '../electron/shell/testing/start-shell.ts'

const run = promisify(execFile)
const configuration = parse(await readFile('electron-builder.yml', 'utf8')) as Record<string, unknown>

describe('electron-builder.yml', () => {
  it('is what the builder’s own schema describes', async () => {
    const schema = JSON.parse(await readFile('node_modules/app-builder-lib/scheme.json', 'utf8')) as object
    const validate = new Ajv({ strict: false, allErrors: true }).compile(schema)
    validate(configuration)
    expect(validate.errors).toBeNull()

    const typos = [
      { ...configuration, asarUnpak: [] },
      { ...configuration, electronFuses: { runAsNod: false } },
      { ...configuration, linux: { target: ['AppImage'], categry: 'Office' } },
      { ...configuration, npmRebuild: 'no' },
    ]
    expect(typos.map((typo) => validate(typo))).toEqual([false, false, false, false])
  })

  it('names the installers that were promised', () => {
    expect(['linux', 'mac', 'win'].map((system) => (configuration[system] as { target: string[] }).target)).toEqual([
      ['AppImage', 'deb'],
      ['dmg', 'zip'],
      ['nsis'],
    ])
  })
})

// Packs for real, around a pretended Electron: a file with the fuses' marker, since the binary is not everywhere.
describe.runIf(process.platform === 'linux')('the packed app', () => {
  let folder: string
  let resources: string
  let executable: string

  beforeAll(async () => {
    await ensureBuilt()
    folder = await mkdtemp(path.join(tmpdir(), 'ba-package-'))
    const electron = path.join(folder, 'electron')
    await mkdir(path.join(electron, 'resources'), { recursive: true })
    for (const name of ['LICENSE', 'LICENSES.chromium.html']) await writeFile(path.join(electron, name), '')
    await writeFile(path.join(electron, 'electron'), 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\u0001\u000810110011')
    await chmod(path.join(electron, 'electron'), 0o755)
    const output = path.join(folder, 'dist')
    const set = [`-c.electronDist=${electron}`, `-c.directories.output=${output}`]
    await run('node_modules/.bin/electron-builder', ['--dir', '--linux', '--publish', 'never', ...set])
    executable = path.join(output, 'linux-unpacked', 'bedrock-analyst')
    resources = path.join(output, 'linux-unpacked', 'resources')
  }, 300_000)

  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('has its fuses set: no run as Node, no options or inspection from outside, nothing but its own archive', async () => {
    const wire = await getCurrentFuseWire(executable)
    // The wire holds one character for each fuse.
    const isOn = (fuse: FuseV1Options) => String.fromCharCode(Number(wire[fuse])) === '1'
    expect({
      runAsNode: isOn(FuseV1Options.RunAsNode),
      cookieEncryption: isOn(FuseV1Options.EnableCookieEncryption),
      nodeOptions: isOn(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
      nodeInspect: isOn(FuseV1Options.EnableNodeCliInspectArguments),
      asarIntegrity: isOn(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
      asarOnly: isOn(FuseV1Options.OnlyLoadAppFromAsar),
      ownSnapshot: isOn(FuseV1Options.LoadBrowserProcessSpecificV8Snapshot),
      filePrivileges: isOn(FuseV1Options.GrantFileProtocolExtraPrivileges),
    }).toEqual({
      runAsNode: false,
      cookieEncryption: true,
      nodeOptions: false,
      nodeInspect: false,
      asarIntegrity: true,
      asarOnly: true,
      ownSnapshot: false,
      filePrivileges: false,
    })
  })

  it('keeps native code and programs outside the archive, and its own code inside', async () => {
    const unpacked = (await readdir(path.join(resources, 'app.asar.unpacked'), { recursive: true })).map((name) =>
      name.split(path.sep).join('/'),
    )
    const names = unpacked.map((name) => path.posix.basename(name))
    expect(names.filter((name) => name.endsWith('.node')).length).toBeGreaterThanOrEqual(2)
    expect(names).toContain('libduckdb.so')
    expect(names).toContain('apply-seccomp')
    expect(unpacked.filter((name) => name.startsWith('build'))).toEqual([])
    expect((await stat(path.join(resources, 'assets', 'fonts', 'DejaVuSans.ttf'))).isFile()).toBe(true)
  })

  it('finds everything it needs in what was packed: assets, page, workers, native packages', async () => {
    // Laid out as Electron sees the archive, far from the project's own node_modules.
    const seen = path.join(folder, 'seen')
    await run('node_modules/.bin/asar', ['extract', path.join(resources, 'app.asar'), path.join(seen, 'app.asar')])
    await run('cp', ['-r', path.join(resources, 'assets'), seen])
    const shell = startShell({
      args: ['--data-dir', path.join(folder, 'data')],
      isPackaged: true,
      main: path.join(seen, 'app.asar', 'build', 'main', 'main.js'),
    })
    try {
      await expect.poll(async () => (await shell.world.windowState()).isVisible, { timeout: 40_000 }).toBe(true)
      const ask = async (name: string, input: unknown) => {
        const reply = (await shell.world.request({ name, input })) as Reply<unknown>
        return reply.ok ? reply.value : reply.error
      }
      const { sampleWorkspace, sandbox } = (await ask('app.info', {})) as RequestOutput<'app.info'>
      // Its program was packed and found if the trial ends as it does from source.
      const fromSource = await createCommandRunner({
        scratchDir: path.join(folder, 'source', 'scratch'),
        privateFolders: [path.join(folder, 'source')],
      })
      expect(sandbox.kind).toBe(fromSource.status.kind)
      await ask('workspace.open', { path: sampleWorkspace })
      const { agentId } = (await ask('settings.get', {})) as RequestOutput<'settings.get'>
      const choice = { agentId, modelId: 'offline:analyst' }
      const { id } = (await ask('conversation.create', choice)) as RequestOutput<'conversation.create'>
      for (const text of ['Total amount by region in sales.csv as a chart', 'What is in quarterly-report.pdf?']) {
        await ask('run.start', { ...choice, conversationId: id, text, attachments: [] })
        await expect
          .poll(
            async () => {
              const { runs } = (await ask('conversation.get', {
                conversationId: id,
              })) as RequestOutput<'conversation.get'>
              return runs.at(-1)?.stop?.kind
            },
            { timeout: 25_000 },
          )
          .toBe('completed')
      }
      const { runs } = (await ask('conversation.get', { conversationId: id })) as RequestOutput<'conversation.get'>
      const outcomes = runs.flatMap(({ tools }) =>
        Object.values(tools).map(({ name, state }) => [
          name,
          state.kind === 'done' ? state.outcome.status : state.kind,
        ]),
      )
      expect(outcomes).toEqual(
        expect.arrayContaining([
          ['chart', 'success'],
          ['read_document', 'success'],
        ]) as unknown,
      )
      expect(await shell.world.violations()).toEqual([])
    } finally {
      shell.kill()
      await shell.ended
    }
  }, 120_000)
})
