import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startEmulator, type Emulator } from '../../e2e/bedrock-emulator/emulator.ts'
import type { ErrorBody } from '../web/api/reply.ts'
import { emulatorEnvironment, writeBedrockConfig } from './bedrock-program.ts'
import { connectPage, type PageClient } from './page-client.ts'
import { startProgram } from './start-program.ts'

export type Ask = {
  readonly method?: string
  /** Text is sent as it is, everything else as JSON. */
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** The browser host in a process of its own, on the emulated service, and a program that asks it over HTTP. */
export type ApiProgram = {
  readonly emulator: Emulator
  /** The folder the agents work in. */
  readonly workspace: string
  /** The first printed link; its token is this program’s. */
  readonly link: URL
  ask(target: string, ask?: Ask): Promise<Response>
  /** The value of a request that must succeed. */
  get<Value>(target: string, ask?: Ask): Promise<Value>
  refusal(target: string, ask?: Ask): Promise<ErrorBody & { readonly status: number }>
  /** The link that stands in the terminal now. Each call is for one use. */
  useLink(): Promise<string>
  connectPage(): Promise<PageClient & { readonly session: string }>
  close(): Promise<void>
}

/** Starts it and signs in. */
export async function startApiProgram(): Promise<ApiProgram> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bedrock-analyst-api-'))
  const workspace = path.join(folder, 'work')
  await mkdir(workspace)
  await writeBedrockConfig(path.join(folder, 'data'))
  const emulator = await startEmulator()
  const args = ['--no-open', '--data-dir', 'data', '--workspace', 'work']
  const program = startProgram('serve.ts', args, { cwd: folder, env: emulatorEnvironment(emulator) })

  async function close(): Promise<void> {
    program.child.kill('SIGKILL')
    await program.ended
    await emulator.close()
    await rm(folder, { recursive: true, force: true })
  }

  const [printed] = await program.prints(/http:\/\/127\.0\.0\.1:\d+\/\?token=\S+/).catch(async (error: unknown) => {
    await close()
    throw error
  })
  const link = new URL(printed)
  let linksUsed = 0

  function ask(target: string, { method, body, headers }: Ask = {}): Promise<Response> {
    const isJson = body !== undefined
    return fetch(new URL(target, link), {
      method: method ?? (isJson ? 'POST' : 'GET'),
      headers: {
        authorization: `Bearer ${link.searchParams.get('token')}`,
        ...(isJson ? { 'content-type': 'application/json' } : {}),
        ...headers,
      },
      ...(isJson ? { body: typeof body === 'string' ? body : JSON.stringify(body) } : {}),
    })
  }

  async function get<Value>(target: string, asked?: Ask): Promise<Value> {
    const response = await ask(target, asked)
    const text = await response.text()
    if (response.status !== 200) throw new Error(`${target}: ${response.status} ${text}`)
    return JSON.parse(text) as Value
  }

  async function useLink(): Promise<string> {
    linksUsed++
    const pattern = new RegExp(`(?:[^]*?Another window or program: (\\S+)\\n){${linksUsed}}`)
    return (await program.prints(pattern))[1] ?? ''
  }

  await get('/v1/agents')
  return {
    emulator,
    workspace,
    link,
    ask,
    get,
    async refusal(target, asked) {
      const response = await ask(target, asked)
      return { status: response.status, ...((await response.json()) as ErrorBody) }
    },
    useLink,
    connectPage: async () => connectPage(await useLink()),
    close,
  }
}
