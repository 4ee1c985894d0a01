import { existsSync } from 'node:fs'
import { request } from 'node:http'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ConsentQuestion } from '../shared/consent.ts'
import type { RunState } from '../shared/run-events.ts'
import { startApiProgram, type ApiProgram } from './testing/api-program.ts'

let program: ApiProgram

beforeAll(async () => {
  program = await startApiProgram()
})

beforeEach(() => program.emulator.reset())

afterAll(() => program.close())

/** Asks with exactly these headers: `fetch` lets nobody choose Host. */
function statusWith(headers: Readonly<Record<string, string>>, target = '/v1/agents'): Promise<number | undefined> {
  const { host, port } = program.link
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path: target, headers: { host, ...headers } }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
      .on('error', reject)
      .end()
  })
}

describe('access to the HTTP API', () => {
  it('is refused without the right token in the right header', async () => {
    const token = program.link.searchParams.get('token')
    const wrong = ['', 'Bearer wrong', `Basic ${token}`, `Bearer ${token}x`, 'Bearer', `${token}`]
    for (const authorization of wrong)
      expect(await program.refusal('/v1/agents', { headers: { authorization } })).toMatchObject({
        status: 401,
        error: { code: 'UNAUTHORIZED', hint: expect.stringContaining('Bearer') },
      })
    expect(await statusWith({}, `/v1/agents?token=${token}`)).toBe(401)
    const page = await program.connectPage()
    expect(await statusWith({ cookie: page.session })).toBe(401)
    page.close()
  })

  it('is given by a printed link once, to one program or one page', async () => {
    expect((await fetch(program.link, { redirect: 'manual' })).status).toBe(403)
    const link = await program.useLink()
    const authorization = `Bearer ${new URL(link).searchParams.get('token')}`
    expect(await statusWith({ authorization })).toBe(200)
    expect(await statusWith({ authorization })).toBe(200)
    expect((await fetch(link, { redirect: 'manual' })).status).toBe(403)
    const next = await program.useLink()
    expect((await fetch(next, { redirect: 'manual' })).status).toBe(303)
    expect(await statusWith({ authorization: `Bearer ${new URL(next).searchParams.get('token')}` })).toBe(401)
  })

  it('ends when the person ends it, streams under way too', async () => {
    program.emulator.configure({ perDeltaDelayMs: 5 })
    program.emulator.script([{ text: 'word '.repeat(2000), chunkSize: 5 }])
    const page = await program.connectPage()
    const { searchParams } = new URL(await program.useLink())
    const headers = { authorization: `Bearer ${searchParams.get('token')}`, 'user-agent': 'report.py' }
    const streaming = await program.ask('/v1/runs', { body: { text: 'Write' }, headers })
    const { sessions } = await page.get('api-sessions.list', {})
    const session = sessions.find(({ userAgent }) => userAgent === 'report.py')
    expect(session).toMatchObject({ mayAnswer: false })
    await page.get('api-session.end', { apiSessionId: session!.id })
    await expect(streaming.text()).rejects.toThrow('terminated')
    expect((await program.ask('/v1/agents', { headers })).status).toBe(401)
    expect((await page.get('api-sessions.list', {})).sessions).toHaveLength(sessions.length - 1)
    expect(await program.get(`${streaming.headers.get('location')}`)).toMatchObject({ stop: null })
    page.close()
  })

  it('is for programs of this machine and its own page, and for no other site', async () => {
    const { origin, port, searchParams } = program.link
    const authorization = `Bearer ${searchParams.get('token')}`
    expect(await statusWith({ authorization, origin: 'https://evil.example' })).toBe(403)
    expect(await statusWith({ authorization, origin: 'null' })).toBe(403)
    expect(await statusWith({ authorization, host: `evil.example:${port}` })).toBe(403)
    expect(await statusWith({ authorization, origin })).toBe(200)
    const headers = { origin: 'https://evil.example' }
    expect(await program.refusal('/v1/agents', { headers })).toMatchObject({
      error: { code: 'UNAUTHORIZED', message: 'Requests from other sites are refused.' },
    })
  })

  it('lets a program see questions, and answer them only while the person allows it', async () => {
    const use = (file: string) => [{ toolUse: { name: 'file_write', input: { path: file, content: 'x' } } }]
    program.emulator.script([use('a.md'), use('b.md'), [{ text: 'Ok.' }]])
    const running = program.get<RunState>('/v1/runs?stream=false', { body: { text: 'Write' } })
    const first = await nextQuestion()
    const target = `/v1/questions/${first.id}/answer`
    const once = { body: { kind: 'once' } }
    expect(await program.refusal(target, once)).toMatchObject({ status: 403, error: { code: 'UNAUTHORIZED' } })
    expect(await nextQuestion()).toEqual(first)

    const page = await program.connectPage()
    const { sessions } = await page.get('api-sessions.list', {})
    const { id: apiSessionId } = sessions.find(({ userAgent }) => userAgent === 'node')!
    await page.get('api-session.allow-answers', { apiSessionId, mayAnswer: true })
    for (const kind of ['conversation', 'always', 'maybe'])
      expect(await program.refusal(target, { body: { kind } })).toMatchObject({
        status: 400,
        error: { code: 'INVALID_REQUEST', message: expect.stringContaining('Only the person can allow more') },
      })
    expect(await nextQuestion()).toEqual(first)
    expect(await program.get(target, once)).toEqual({})
    expect(await program.refusal(target, once)).toMatchObject({ status: 409, error: { code: 'CONSENT_NOT_OPEN' } })

    const second = await nextQuestion(first)
    await page.get('api-session.allow-answers', { apiSessionId, mayAnswer: false })
    expect((await program.ask(`/v1/questions/${second.id}/answer`, once)).status).toBe(403)
    await page.get('consent.answer', { consentId: second.id, answer: { kind: 'deny' } })
    expect((await running).stop).toEqual({ kind: 'completed' })
    const written = ['a.md', 'b.md'].map((file) => existsSync(path.join(program.workspace, file)))
    expect(written).toEqual([true, false])
    page.close()
  })

  async function nextQuestion(after?: ConsentQuestion): Promise<ConsentQuestion> {
    for (;;) {
      const { questions } = await program.get<{ readonly questions: readonly ConsentQuestion[] }>('/v1/questions')
      const question = questions.find(({ id }) => id !== after?.id)
      if (question !== undefined) return question
    }
  }
})
