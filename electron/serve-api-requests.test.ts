import { spawn, spawnSync } from 'node:child_process'
import { request } from 'node:http'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { projectRoot } from './project-paths.ts'
import { startApiProgram, type ApiProgram, type Ask } from './testing/api-program.ts'

let program: ApiProgram

beforeAll(async () => {
  program = await startApiProgram()
})

afterAll(() => program.close())

const saying = (text: string) => expect.stringContaining(text) as string

const form = { 'content-type': 'application/x-www-form-urlencoded' }

describe('requests of the HTTP API', () => {
  it.each<[number, string, Ask, object]>([
    [404, '/v1/nothing', {}, { code: 'NOT_FOUND', hint: saying('openapi.json') }],
    [404, '/v1/runs/run_1/events/more', {}, { code: 'NOT_FOUND' }],
    [404, '/v1/runs/run_1', {}, { code: 'NOT_FOUND' }],
    [404, '/v1/runs/..%2F..%2Fetc', {}, { code: 'NOT_FOUND' }],
    [404, '/v1/runs/%zz', {}, { code: 'NOT_FOUND' }],
    [404, '/v1/runs/run_1/events', {}, { code: 'NOT_FOUND' }],
    [404, '/v1/runs/run_1/cancel', { method: 'POST' }, { code: 'NOT_FOUND' }],
    [404, '/v1/runs/run_1/retry-now', { method: 'POST' }, { code: 'NOT_FOUND' }],
    [404, '/v1/conversations/conv_1', {}, { code: 'NOT_FOUND' }],
    [404, '/v1/runs', { body: { text: 'Hi', conversationId: '../x' } }, { code: 'NOT_FOUND' }],
    [400, `/v1/runs/${'x'.repeat(300)}`, {}, { message: saying('path.runId') }],
    [400, '/v1/runs?limit=0', {}, { message: saying('query.limit') }],
    [400, '/v1/runs?event=text-delta', {}, { message: saying('"event"') }],
    [400, '/v1/runs', { body: '{"text":' }, { message: saying('JSON') }],
    [400, '/v1/runs', { body: [] }, { message: saying('body') }],
    [400, '/v1/runs', { body: {} }, { message: 'There is nothing to send.' }],
    [400, '/v1/runs', { body: { text: 'Hi', model: 'x' } }, { message: saying('"model"') }],
    [400, '/v1/runs', { body: { text: 'Hi', agentId: 'nobody' } }, { code: 'AGENT_UNKNOWN' }],
    [400, '/v1/runs', { body: { text: 'Hi', modelId: 'offline:nothing' } }, { code: 'MODEL_NOT_FOUND' }],
    [
      400,
      '/v1/runs',
      { body: { attachments: [{ name: 'a.bin', mediaType: 'x/y', base64: 'aGk' }] } },
      { message: 'The attachment a.bin is not base64.' },
    ],
    [405, '/v1/runs', { method: 'DELETE' }, { code: 'INVALID_REQUEST' }],
    [405, '/v1/runs', { method: 'OPTIONS' }, { message: 'This path takes POST, GET only.' }],
    [405, '/v1', { method: 'PUT' }, { message: 'This path takes GET only.' }],
    [415, '/v1/runs', { body: 'text=Hi', headers: form }, { hint: saying('application/json') }],
    [415, '/v1/runs', { body: {}, headers: { 'content-encoding': 'gzip' } }, { code: 'INVALID_REQUEST' }],
    [413, '/v1/runs', { body: ' '.repeat(72_000_001) }, { hint: saying('folder') }],
  ])('are refused with %i: %s', async (status, target, ask, error) => {
    const response = await program.ask(target, ask)
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect({ status: response.status, body: await response.json() }).toMatchObject({ status, body: { error } })
    expect(await program.get('/v1/conversations')).toEqual({ conversations: [] })
  })

  it('are refused without a body for HEAD', async () => {
    const response = await program.ask('/v1/runs', { method: 'HEAD' })
    expect(response.headers.get('allow')).toBe('POST, GET')
    expect([response.status, await response.text()]).toEqual([405, ''])
  })

  it('are refused when their body has no end', async () => {
    const headers = {
      authorization: `Bearer ${program.link.searchParams.get('token')}`,
      'content-type': 'application/json',
    }
    const status = await new Promise((resolve) => {
      const sending = request(new URL('/v1/runs', program.link), { method: 'POST', headers }, (response) => {
        resolve(response.statusCode)
        sending.destroy()
      })
      const blanks = Buffer.alloc(1_000_000, ' ')
      const send = () => {
        while (!sending.destroyed && sending.write(blanks));
      }
      sending.on('drain', send).on('error', () => {})
      send()
    })
    expect(status).toBe(413)
  })

  it('tell what there is to ask', async () => {
    const { agents } = await program.get<{ agents: { id: string }[] }>('/v1/agents')
    expect(agents.map(({ id }) => id)).toContain('general')
    const { models } = await program.get<{ models: { id: string }[] }>('/v1/models')
    expect(models.map(({ id }) => id)).toContain('offline:analyst')
    const openly = { headers: { authorization: '' } }
    expect(await program.get('/v1', openly)).toEqual({ openapi: '/v1/openapi.json' })
    expect(await program.get('/v1/openapi.json', openly)).toMatchObject({ openapi: '3.1.0' })
  })
})

describe('the examples', () => {
  it.each([
    ['curl', 'bash', 'ask.sh'],
    ['python3', 'python3', 'ask.py'],
    ['node', process.execPath, 'ask.mjs'],
  ])('for %s prints the answer', async (needed, command, file) => {
    if (spawnSync(needed, ['--version']).error !== undefined) {
      console.log(`Skipped ${file}: there is no ${needed} on this machine.`)
      return
    }
    program.emulator.script([{ text: 'Grüße: 12 files.', chunkSize: 4 }])
    const { out, code } = await runExample(command, file)
    expect(code).toBe(0)
    expect(file === 'ask.sh' ? textOfEvents(out) : out).toBe(`Grüße: 12 files.${file === 'ask.sh' ? '' : '\n'}`)
  })

  function runExample(command: string, file: string): Promise<{ readonly out: string; readonly code: number | null }> {
    const example = path.join(projectRoot(), 'docs', 'examples', file)
    const env = { ...process.env, BEDROCK_ANALYST_LINK: String(program.link), PYTHONIOENCODING: 'utf-8' }
    const child = spawn(command, [example, 'What files are here?'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
    let out = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
    return new Promise((resolve) => child.on('close', (code) => resolve({ out, code })))
  }

  /** curl shows the stream as it is. */
  function textOfEvents(out: string): string {
    const pieces = out.matchAll(/^data: (\{"type":"text-delta".*\})$/gm)
    return [...pieces].map(([, json]) => (JSON.parse(json!) as { readonly text: string }).text).join('')
  }
})
