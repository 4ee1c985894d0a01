import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, mkdir, readdir, readFile, rename, symlink, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { homedir, tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CommandRunner } from './command-runner.ts'
import { findProgram } from './find-program.ts'
import { quoteForShell } from './quote-for-shell.ts'
import { processesNamed, sandboxFixture, type SandboxFixture } from './sandbox.fixture.ts'

const whyNot =
  process.platform !== 'linux'
    ? 'these escapes are written for Linux'
    : findProgram('bwrap') === undefined
      ? 'bubblewrap is not installed: sudo apt-get install bubblewrap socat ripgrep'
      : undefined

describe.skipIf(whyNot !== undefined)(
  `a sandboxed command${whyNot === undefined ? '' : ` (skipped: ${whyNot})`}`,
  () => {
    let fixture: SandboxFixture
    let runner: CommandRunner

    beforeAll(async () => {
      fixture = await sandboxFixture()
      runner = await fixture.create({
        privateFolders: [path.join(fixture.workspace, 'app-data')],
        environment: {
          ...process.env,
          AWS_SECRET_ACCESS_KEY: 'leaked',
          GITHUB_TOKEN: 'leaked',
          BASH_ENV: path.join(fixture.workspace, '.bashrc'),
          ENV: path.join(fixture.workspace, '.bashrc'),
          NODE_OPTIONS: '--require=leaked',
        },
      })
    })
    afterAll(() => fixture.remove())
    const run: SandboxFixture['run'] = (...args) => fixture.run(...args)
    const inWorkspace = (...names: string[]) => path.join(fixture.workspace, ...names)

    test('passes the self-test', () => {
      expect(runner.status).toEqual({ kind: 'active', name: 'bubblewrap' })
    })

    test('works in a workspace inside a private folder, and reaches nothing else in that folder', async () => {
      const around = path.dirname(fixture.workspace)
      const beside = path.join(around, 'private.txt')
      await writeFile(beside, 'secret')
      const inside = await fixture.create({ privateFolders: [around] })
      expect(inside.status.kind).toBe('active')
      const result = await run(inside, `echo mine > own.txt; cat ${beside}; echo more >> ${beside}`)
      expect(await readFile(inWorkspace('own.txt'), 'utf8')).toBe('mine\n')
      expect(result.stdout).not.toContain('secret')
      expect(await readFile(beside, 'utf8')).toBe('secret')
    })

    test('works in the opened folder, and answers with output, errors and exit code', async () => {
      const live: string[] = []
      const command = 'pwd; echo "a  b" | tr a-z A-Z > made; cat made; echo oops >&2; exit 3'
      const result = await run(runner, command, { onOutput: (text) => live.push(text) })
      expect(result).toEqual({
        stdout: `${fixture.workspace}\nA  B\n`,
        stderr: 'oops\n',
        exitCode: 3,
        isTruncated: false,
        isSandboxed: true,
      })
      expect(live.join('').split('\n').sort()).toEqual(['', fixture.workspace, 'A  B', 'oops'].sort())
      expect(await readFile(inWorkspace('made'), 'utf8')).toBe('A  B\n')
    })

    test('gets its text exactly, whatever quotes and line breaks are in it', async () => {
      const text = `'"\\$(echo no)\`echo no\`\n!x ; & | <`
      await writeFile(inWorkspace('expected'), text)
      const { stdout } = await run(runner, `cat <<'END'\n${text}\nEND\nprintf '%s' 'it'"'"'s'`)
      expect(stdout).toBe(`${text}\nit's`)
    })

    test('has temporary files of its own that are gone afterwards', async () => {
      const { stdout } = await run(runner, 'mktemp; dirname "$(mktemp)"; echo "$TMPDIR"')
      const [file = '', folder, temporary] = stdout.split('\n')
      expect(folder).toBe(temporary)
      expect(existsSync(file)).toBe(false)
    })

    test('has nothing on its standard input', async () => {
      expect((await run(runner, 'cat; echo end')).stdout).toBe('end\n')
    })

    test.each([
      ['by path', (secret: string) => `cat ${quoteForShell(secret)}`],
      ['by a relative path', () => 'cat ../outside/secret'],
      ['through a link', () => 'cat planted-link'],
      ['through a link it makes itself', (secret: string) => `ln -s ${quoteForShell(secret)} mine; cat mine; rm mine`],
      ['through its own root in /proc', (secret: string) => `cat ${quoteForShell(`/proc/self/root${secret}`)}`],
      [
        'through the root of every process',
        (secret: string) => `for p in /proc/[0-9]*; do cat "$p/root${secret}"; done`,
      ],
      [
        'through every open file',
        () => 'for f in /proc/[0-9]*/fd/*; do timeout 0.1 head -c 300 "$f" < /dev/null; done',
      ],
      ['by a hard link', (secret: string) => `ln ${quoteForShell(secret)} hard; cat hard`],
      [
        'by copying the folder',
        (secret: string) => `cp -r ${quoteForShell(path.dirname(secret))} copied; cat copied/secret`,
      ],
    ])('reads no file outside %s', async (_how, command) => {
      const secret = path.join(fixture.outside, 'secret')
      if (!existsSync(inWorkspace('planted-link'))) await symlink(secret, inWorkspace('planted-link'))
      const { stdout, stderr } = await run(runner, command(secret))
      expect(stdout + stderr).not.toContain(fixture.secret)
    })

    test('sees nothing of the home folder but toolchains', async () => {
      const { stdout } = await run(runner, 'cd ../home && find . -type f')
      expect(stdout).toBe('./.cargo/bin/tool\n')
    })

    test('reads no secrets inside the opened folder, nor the data of the app', async () => {
      await mkdir(inWorkspace('deep', '.aws'), { recursive: true })
      await mkdir(inWorkspace('app-data'), { recursive: true })
      const files = ['.env', 'deep/.env.local', 'deep/.aws/credentials', 'deep/server.key', 'app-data/database']
      for (const file of files) await writeFile(inWorkspace(file), fixture.secret)
      const names = files.map((file) => `'${file}'`).join(' ')
      const { stdout, stderr } = await run(
        runner,
        `cat ${names}; grep -r keep . ; mv deep deeper && cat deeper/.env.local`,
      )
      expect(stdout + stderr).not.toContain(fixture.secret)
    })

    test('writes nothing outside', async () => {
      await symlink(fixture.outside, inWorkspace('way-out'))
      const targets = [
        path.join(fixture.outside, 'new'),
        path.join(fixture.outside, 'secret'),
        inWorkspace('way-out', 'through-link'),
        '/usr/new',
        '/etc/new',
        path.join(homedir(), 'new-from-sandbox'),
        '/tmp/new-from-sandbox',
        '/var/tmp/new-from-sandbox',
        '/dev/shm/new-from-sandbox',
      ]
      await run(runner, targets.map((target) => `echo broken > ${quoteForShell(target)}`).join('\n'))
      expect(targets.filter((target) => existsSync(target))).toEqual([path.join(fixture.outside, 'secret')])
      expect(await readFile(path.join(fixture.outside, 'secret'), 'utf8')).toBe(fixture.secret)
    })

    test('plants nothing that starts by itself, and leaves no trace of being kept from it', async () => {
      await mkdir(inWorkspace('repo', '.git', 'hooks'), { recursive: true })
      await writeFile(inWorkspace('repo', '.git', 'config'), 'mine')
      const planted = [
        '.git/hooks/pre-commit',
        '.git/config',
        '.bashrc',
        '.profile',
        '.zshenv',
        '.gitconfig',
        '.vscode/tasks.json',
        '.idea/workspace.xml',
        '.mcp.json',
        'repo/.git/hooks/pre-commit',
        'repo/.git/config',
      ]
      const before = await readdir(fixture.workspace)
      const attempts = planted.map((file) => `mkdir -p "$(dirname '${file}')"; echo planted > '${file}'`)
      const { exitCode } = await run(
        runner,
        [...attempts, 'rm -rf repo/.git', 'mv repo gone', 'mv .git x', 'true'].join('\n'),
      )
      expect(exitCode).toBe(0)
      expect(await readdir(fixture.workspace)).toEqual(before)
      expect(await readdir(inWorkspace('repo', '.git', 'hooks'))).toEqual([])
      expect(await readFile(inWorkspace('repo', '.git', 'config'), 'utf8')).toBe('mine')
    })

    test('runs no planted start-up file, inside or outside the sandbox', async () => {
      const proof = path.join(fixture.outside, 'was-run')
      for (const name of ['.bashrc', '.bash_profile', '.profile']) {
        await writeFile(inWorkspace(name), `echo planted; touch ${quoteForShell(proof)}`)
      }
      const atHome = await fixture.create({ environment: { ...process.env, HOME: fixture.workspace } })
      const { stdout } = await run(atHome, 'echo "$HOME"')
      expect(stdout).not.toContain('planted')
      expect(stdout.trim()).not.toBe(fixture.workspace)
      expect((await run(runner, 'true')).stdout).toBe('')
      expect(existsSync(proof)).toBe(false)
    })

    test('cannot write its home folder', async () => {
      expect((await run(runner, 'touch ~/.bashrc || echo refused')).stdout).toBe('refused\n')
    })

    test('knows no variable of the app, its own or of another process', async () => {
      const { stdout } = await run(runner, 'env; cat /proc/[0-9]*/environ | tr "\\0" "\\n"')
      expect(stdout).not.toContain('leaked')
      expect(stdout).not.toMatch(/^(AWS_|GIT|LD_|NODE|PYTHON|BASH_ENV|ENV=|SSH_|DBUS)/m)
      expect(stdout).toMatch(/^PATH=/m)
    })

    test('reaches no network: this machine, the metadata address, a name, or a Unix socket', async () => {
      let connections = 0
      const tcp = createServer(() => (connections += 1)).listen(0, '127.0.0.1')
      const unix = createServer(() => (connections += 1)).listen(inWorkspace('socket'))
      await Promise.all([once(tcp, 'listening'), once(unix, 'listening')])
      try {
        const { port } = tcp.address() as AddressInfo
        const attempts = [
          `(echo > /dev/tcp/127.0.0.1/${port}) && echo reached loopback`,
          '(timeout 3 bash -c "echo > /dev/tcp/169.254.169.254/80") && echo reached metadata',
          '(timeout 3 bash -c "echo > /dev/tcp/1.1.1.1/53") && echo reached the internet',
          'getent hosts example.com && echo reached names',
          `perl -MSocket -e 'socket(my $s, AF_UNIX, SOCK_STREAM, 0) or exit 1; connect($s, sockaddr_un("socket")) or exit 1' && echo reached a socket`,
          'true',
        ]
        expect((await run(runner, attempts.join('\n'))).stdout).toBe('')
        expect(connections).toBe(0)
      } finally {
        tcp.close()
        unix.close()
      }
    })

    test('sees no process but its own', async () => {
      const { stdout } = await run(runner, `kill -0 ${process.pid} && echo found; ls -d /proc/[0-9]* | wc -l`)
      expect(stdout).not.toContain('found')
      expect(Number(stdout.trim())).toBeLessThan(12)
    })

    test('cannot leave by a namespace of its own', async () => {
      const { stdout } = await run(runner, 'unshare -Urm true && echo left; unshare -r true && echo left; true')
      expect(stdout).toBe('')
    })

    test('is stopped with everything it started', async () => {
      const stop = new AbortController()
      const name = `sleep-${process.pid}-a`
      const command = `exec -a '${name}' sleep 500 & (setsid nohup bash -c "exec -a '${name}' sleep 500" &) ; sleep 0.2; echo ready; wait`
      const running = run(runner, command, { signal: stop.signal, onOutput: () => stop.abort() })
      await expect(running).rejects.toMatchObject({ code: 'CANCELLED' })
      expect(await processesNamed(name)).toEqual([])
    })

    test('leaves nothing running when it ends', async () => {
      const name = `sleep-${process.pid}-b`
      const { exitCode } = await run(runner, `(setsid nohup bash -c "exec -a '${name}' sleep 500" &) ; sleep 0.2; true`)
      expect([exitCode, await processesNamed(name)]).toEqual([0, []])
    })

    test('does not start when it is already cancelled', async () => {
      await expect(run(runner, 'touch started', { signal: AbortSignal.abort() })).rejects.toMatchObject({
        code: 'CANCELLED',
      })
      expect(existsSync(inWorkspace('started'))).toBe(false)
    })

    test('starts only so many processes', async () => {
      const bomb = `perl -e 'for (1..3000) { my $p = fork; last unless defined $p; if ($p) { $n++ } else { sleep 100; exit } } print $n'`
      const { stdout } = await run(runner, bomb)
      expect(Number(stdout)).toBeGreaterThan(100)
      expect(Number(stdout)).toBeLessThanOrEqual(512)
    })

    test('takes only so much memory and writes only so large a file', async () => {
      expect((await run(runner, `perl -e 'my $x = "x" x 6_000_000_000; print "had it"'`)).stdout).not.toContain(
        'had it',
      )
      const { stdout } = await run(runner, 'truncate -s 6G huge && echo had it; rm -f huge')
      expect(stdout).not.toContain('had it')
    })

    test('may print without end and is heard up to the limit', async () => {
      let heard = 0
      const result = await run(runner, 'yes | head -c 50000000; echo the end', {
        maxOutputBytes: 10_000,
        onOutput: (text) => (heard += text.length),
      })
      expect(result).toMatchObject({ exitCode: 0, isTruncated: true })
      expect(result.stdout).toMatch(/^y\ny\n[^]*\n… 49,990,008 bytes cut here …\n[^]*the end\n$/)
      expect(result.stdout.length).toBeLessThan(10_100)
      expect(heard).toBe(10_000)
    })

    test.each(["it's", 'a b', '[ab]*?', 'ünï', 'new\nline', '$(touch x)', '-rf'])(
      'works in a folder named %j',
      async (name) => {
        const workspace = path.join(fixture.root, 'named', name)
        await mkdir(workspace, { recursive: true })
        const { exitCode } = await run(runner, 'echo here > made && ! cat ../../outside/secret', { workspace })
        expect([exitCode, await readdir(workspace)]).toEqual([0, ['made']])
      },
    )

    test('says so when the folder is gone', async () => {
      await expect(run(runner, 'true', { workspace: path.join(fixture.root, 'gone') })).rejects.toMatchObject({
        code: 'FILE_NOT_FOUND',
      })
      expect(runner.status.kind).toBe('active')
    })

    test('stays in the sandbox whatever was approved', async () => {
      const result = await run(runner, 'cat ../outside/secret', { unsafeWithoutSandbox: true })
      expect(result).toMatchObject({ isSandboxed: true, stdout: '' })
    })

    test('can run beside another one', async () => {
      const results = await Promise.all(
        ['1', '2', '3', '4'].map((n) => run(runner, `sleep 0.1; echo ${n}; ls .mcp.json`)),
      )
      expect(results.map((result) => result.stdout[0])).toEqual(['1', '2', '3', '4'])
      expect(existsSync(inWorkspace('.mcp.json'))).toBe(false)
    })
  },
)

describe.skipIf(whyNot !== undefined)('the self-test', () => {
  let fixture: SandboxFixture
  beforeEach(async () => {
    fixture = await sandboxFixture()
  })
  afterEach(() => fixture.remove())

  /** A program in bubblewrap's place. */
  async function impostor(script: string) {
    const file = path.join(fixture.root, 'bwrap')
    await writeFile(file, `#!/bin/bash\n${script}\n`)
    await chmod(file, 0o755)
    return { file, findProgram: (name: string) => (name === 'bwrap' ? file : findProgram(name)) }
  }
  const real = findProgram('bwrap')

  /** Runs the real one with the arguments that `change` makes of each pair. */
  const altered = (change: string) =>
    `args=(); while [ $# -gt 0 ]; do ${change}; args+=("$1"); shift; done; exec ${real} "\${args[@]}"`
  const shielded = `/${tmpdir().split('/')[1]}`

  test.each([
    ['fences nothing', 'while [ "$1" != -- ]; do shift; done; shift; exec "$@"', /write outside/],
    ['leaves the network open', altered('[ "$1" = --unshare-net ] && shift'), /reach the network/],
    [
      'leaves files readable',
      altered(`[ "$1" = --tmpfs ] && [ "$2" = ${shielded} ] && { args+=(--ro-bind "$2" "$2"); shift 2; }`),
      /read outside/,
    ],
    [
      'leaves files writable',
      altered(`[ "$1" = --tmpfs ] && [ "$2" = ${shielded} ] && { args+=(--bind "$2" "$2"); shift 2; }`),
      /write outside/,
    ],
    ['shows the home folder', altered('[ "$1" = --dev ] && args+=(--ro-bind HOME HOME)'), /look into the home folder/],
    [
      'cannot start',
      'echo "bwrap: No permissions to create new namespace" >&2; exit 1',
      /could not run a command in it .*No permissions/,
    ],
    ['starts and does nothing', 'exit 0', /could not run a command in it/],
  ])('finds out a bubblewrap that %s', async (_what, script, reason) => {
    const runner = await fixture.create(await impostor(script.replaceAll('HOME', quoteForShell(fixture.home))))
    expect(runner.status).toMatchObject({ kind: 'unavailable', reason: expect.stringMatching(reason) as string })
    await expect(fixture.run(runner, 'touch ran')).rejects.toMatchObject({ code: 'SANDBOX_UNAVAILABLE' })
    expect(await readdir(fixture.workspace)).toEqual([])
  })

  test('is run again when a command later cannot be fenced in', async () => {
    const { file, ...options } = await impostor(`exec ${real} "$@"`)
    const runner = await fixture.create(options)
    expect(runner.status.kind).toBe('active')
    await rename(file, `${file}-gone`)
    // Approved or not: the approval may be for a command that was to run in the sandbox.
    const approved = { unsafeWithoutSandbox: true }
    const refused = { code: 'SANDBOX_UNAVAILABLE' }
    await expect(fixture.run(runner, 'touch ran', approved)).rejects.toMatchObject(refused)
    expect(runner.status.kind).toBe('unavailable')
    await expect(fixture.run(runner, 'touch ran', approved)).rejects.toMatchObject(refused)
    expect(await readdir(fixture.workspace)).toEqual([])
    await rename(`${file}-gone`, file)
    expect(await fixture.run(runner, 'touch ran', approved)).toMatchObject({ isSandboxed: true })
    expect(runner.status.kind).toBe('active')
  })
})

describe('without a sandbox', () => {
  let fixture: SandboxFixture
  let runner: CommandRunner
  beforeAll(async () => {
    fixture = await sandboxFixture()
    runner = await fixture.create({
      findProgram: () => undefined,
      platform: 'linux',
      environment: { ...process.env, AWS_SECRET_ACCESS_KEY: 'leaked' },
    })
  })
  afterAll(() => fixture.remove())

  test('says why and what to install', () => {
    expect(runner.status).toEqual({
      kind: 'unavailable',
      reason: 'The program that fences commands in, bubblewrap, is not installed.',
      hint: expect.stringContaining('sudo apt-get install bubblewrap socat ripgrep') as string,
    })
  })

  test('runs nothing unless the person approved that', async () => {
    await expect(fixture.run(runner, 'touch ran')).rejects.toMatchObject({ code: 'SANDBOX_UNAVAILABLE' })
    expect(existsSync(path.join(fixture.workspace, 'ran'))).toBe(false)
  })

  test('runs an approved command, says it was not fenced in, and gives it no secrets', async () => {
    const result = await fixture.run(runner, 'pwd; env', { unsafeWithoutSandbox: true })
    expect(result).toMatchObject({ exitCode: 0, isSandboxed: false })
    expect(result.stdout).toContain(fixture.workspace)
    expect(result.stdout).not.toContain('leaked')
  })

  test('says what is wrong when nothing can be started', async () => {
    const workspace = path.join(fixture.root, 'gone')
    await expect(fixture.run(runner, 'true', { unsafeWithoutSandbox: true, workspace })).rejects.toMatchObject({
      code: 'TOOL_UNAVAILABLE',
    })
  })

  test.skipIf(process.platform !== 'linux')('stops an approved command with its daemons', async () => {
    const stop = new AbortController()
    const name = `sleep-${process.pid}-c`
    const command = `(setsid nohup bash -c "exec -a '${name}' sleep 500" > /dev/null 2>&1 &) ; sleep 0.2; echo ready; sleep 500`
    const running = fixture.run(runner, command, {
      signal: stop.signal,
      onOutput: () => stop.abort(),
      unsafeWithoutSandbox: true,
    })
    await expect(running).rejects.toMatchObject({ code: 'CANCELLED' })
    expect(await processesNamed(name)).toEqual([])
  })
})
