import { existsSync } from 'node:fs'
import path from 'node:path'
import type { RunEvent, RunState } from '../shared/run-events.ts'
import { answered, expect, test, type RunningApp } from './launch.ts'

/** A program that signed in with the newest printed link. */
function program(app: RunningApp) {
  const token =
    app
      .output()
      .match(/(?<=token=)\S+/g)
      ?.at(-1) ?? ''
  const call = (method: string, target: string, options: { readonly body?: object; readonly lastId?: string } = {}) =>
    fetch(`${app.origin}${target}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        'user-agent': 'journey/1.0',
        ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(options.lastId === undefined ? {} : { 'last-event-id': options.lastId }),
      },
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
    })
  return {
    get: (target: string, lastId?: string) => call('GET', target, lastId === undefined ? {} : { lastId }),
    post: (target: string, body: object = {}) => call('POST', target, { body }),
  }
}

type ServerEvent = { readonly id: string; readonly name: string; readonly data: RunEvent }

/** The server-sent events of an answer as they come. Leaving the loop closes the connection. */
async function* serverEvents(response: Response): AsyncGenerator<ServerEvent> {
  let waiting = ''
  for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
    const frames = (waiting + chunk).split('\n\n')
    waiting = frames.pop() ?? ''
    for (const frame of frames) {
      const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(frame)?.[1] ?? ''
      if (field('data') !== '')
        yield { id: field('id'), name: field('event'), data: JSON.parse(field('data')) as RunEvent }
    }
  }
}

async function all(response: Response): Promise<readonly ServerEvent[]> {
  const events: ServerEvent[] = []
  for await (const event of serverEvents(response)) events.push(event)
  return events
}

const textOf = (events: readonly ServerEvent[]) =>
  events.map(({ data }) => (data.type === 'text-delta' ? data.text : '')).join('')

const words = Array.from({ length: 80 }, (_, n) => `word${n}`).join(' ')

test('a program asks, follows, loses the line and goes on without a character lost or doubled', async ({
  bedrockApp,
  emulator,
}) => {
  const { get, post } = program(bedrockApp)
  emulator.script([{ text: words, chunkSize: 7, heldAfter: 12 }])
  emulator.setDefaultReply([{ text: words, chunkSize: 7 }])

  const run = await test.step('follows a run, and goes on after a cut', async () => {
    const response = await post('/v1/runs', { text: 'Count words' })
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    const heard: ServerEvent[] = []
    for await (const event of serverEvents(response)) {
      heard.push(event)
      if (textOf(heard).includes('word9 ')) break
    }
    const target = response.headers.get('location')!
    expect(textOf(heard)).not.toBe(words)
    const again = await get(`${target}/events`, heard.at(-1)!.id)
    emulator.release()
    const rest = await all(again)
    expect(rest.map(({ name }) => name)).not.toContain('snapshot')
    expect(textOf([...heard, ...rest])).toBe(words)
    expect(rest.at(-1)?.data).toMatchObject({ type: 'run-ended', stop: { kind: 'completed' } })
    return target
  })
  await test.step('takes only the kinds it wants', async () => {
    const events = await all(await post('/v1/runs?events=model-call-completed', { text: 'Again' }))
    expect(events.map(({ name }) => name)).toEqual(['run-started', 'model-call-completed', 'run-ended'])
    const refused = await post('/v1/runs?events=words', { text: 'Again' })
    expect(refused.status).toBe(400)
    expect(JSON.stringify(await refused.json())).toContain('text-delta')
  })
  await test.step('refuses to go on from another run', async () => {
    const other = await get(`${run}/events`, 'run_other:3')
    expect(other.status).toBe(400)
  })
  await test.step('cancels', async () => {
    emulator.fault({ kind: 'stall', afterDeltas: 2 })
    const response = await post('/v1/runs', { text: 'A long one' })
    const target = response.headers.get('location')!
    for await (const { name } of serverEvents(response)) if (name === 'text-delta') break
    const state = (await (await post(`${target}/cancel`)).json()) as RunState
    expect(state.stop).toEqual({ kind: 'cancelled' })
    expect(((await (await get(target)).json()) as RunState).stop).toEqual({ kind: 'cancelled' })
    const list = (await (await get('/v1/runs')).json()) as { runs: { runId: string; endedAt: number | null }[] }
    expect(list.runs).toHaveLength(3)
    expect(list.runs.every(({ endedAt }) => endedAt !== null)).toBe(true)
    expect(list.runs.map(({ runId }) => `/v1/runs/${runId}`)).toEqual(expect.arrayContaining([run, target]))
  })
  await test.step('and the person sees all of it', async () => {
    const { page } = bedrockApp
    await page
      .getByRole('navigation', { name: 'Conversations' })
      .getByRole('button', { name: 'Count words' })
      .first()
      .click()
    await answered(page)
    await expect(page.getByText(words)).toBeVisible()
  })
})

test('a program answers questions only after the person has let it, and nothing once it is ended', async ({
  bedrockApp,
  emulator,
}) => {
  const { page, workspace } = bedrockApp
  const { get, post } = program(bedrockApp)
  const write = { toolUse: { name: 'file_write', input: { path: 'plan.md', content: 'A plan.\n' } } }
  const questions = async () =>
    ((await (await get('/v1/questions')).json()) as { questions: { id: string }[] }).questions
  const programs = page.getByRole('list', { name: 'Programs' })
  const openPrograms = async () => {
    await page.getByRole('button', { name: 'Settings', exact: true }).click()
    await page.getByRole('tab', { name: 'Permissions' }).click()
    await expect(programs).toContainText('journey/1.0')
  }

  await test.step('not before', async () => {
    emulator.script([[write], [{ text: 'As you wish.' }]])
    const ended = post('/v1/runs?stream=false', { text: 'Write a plan' })
    await expect.poll(questions).toHaveLength(1)
    const [asked] = await questions()
    const refused = await post(`/v1/questions/${asked!.id}/answer`, { kind: 'once' })
    expect(refused.status).toBe(403)
    expect(existsSync(path.join(workspace, 'plan.md'))).toBe(false)
    const deny = page.getByRole('alertdialog').getByRole('button', { name: 'Deny' })
    await expect(deny).toBeEnabled()
    await deny.click()
    expect((await ended).status).toBe(200)
    expect(existsSync(path.join(workspace, 'plan.md'))).toBe(false)
  })
  await test.step('after the person has switched it on', async () => {
    await openPrograms()
    await programs.getByRole('switch', { name: 'May answer questions' }).click()
    await expect(programs.getByRole('switch', { name: 'May answer questions' })).toBeChecked()
    await page.keyboard.press('Escape')
    emulator.script([[write], [{ text: 'Written.' }]])
    const ended = post('/v1/runs?stream=false', { text: 'Write a plan' })
    await expect.poll(questions).toHaveLength(1)
    const [asked] = await questions()
    expect((await post(`/v1/questions/${asked!.id}/answer`, { kind: 'once' })).status).toBe(200)
    expect(((await (await ended).json()) as RunState).stop).toEqual({ kind: 'completed' })
    expect(existsSync(path.join(workspace, 'plan.md'))).toBe(true)
  })
  await test.step('and nothing once it is ended', async () => {
    await openPrograms()
    await programs.getByRole('button', { name: 'End' }).click()
    await expect(page.getByText('No program is signed in.')).toBeVisible()
    expect((await get('/v1/agents')).status).toBe(401)
  })
})

test('describes all it can do, without a token', async ({ app: { origin } }) => {
  const document = (await (await fetch(`${origin}/v1/openapi.json`)).json()) as {
    readonly openapi: string
    readonly paths: Readonly<Record<string, object>>
    readonly components: { readonly schemas: Readonly<Record<string, object>> }
  }
  expect(document.openapi).toMatch(/^3\.1\./)
  const routes = Object.entries(document.paths).flatMap(([target, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${target}`),
  )
  expect(routes.toSorted()).toEqual(
    [
      'GET /v1/agents',
      'GET /v1/conversations',
      'GET /v1/conversations/{conversationId}',
      'GET /v1/models',
      'GET /v1/questions',
      'GET /v1/runs',
      'GET /v1/runs/{runId}',
      'GET /v1/runs/{runId}/events',
      'POST /v1/questions/{consentId}/answer',
      'POST /v1/runs',
      'POST /v1/runs/{runId}/cancel',
      'POST /v1/runs/{runId}/retry-now',
    ].toSorted(),
  )
  const named = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name!)
  expect(named.filter((name) => document.components.schemas[name] === undefined)).toEqual([])
  expect((await fetch(`${origin}/v1/runs`)).status).toBe(401)
})
