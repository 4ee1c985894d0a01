import { describe, expect, it } from 'vitest'
import type { ApiSessionId } from '../../shared/ids.ts'
import type { ApiSession } from '../../shared/ipc/contract.ts'
import { createApiSessions } from './api-sessions.ts'

function sessionsAt(clock: { now: number }) {
  const told: (readonly ApiSession[])[] = []
  let count = 0
  const sessions = createApiSessions({
    now: () => clock.now,
    newId: () => `api_${++count}` as ApiSessionId,
    onChange: (list) => void told.push(list),
  })
  return { sessions, told }
}

const first = 'api_1' as ApiSessionId

describe('createApiSessions', () => {
  it('keeps who signed in, when it was used last, and tells each change', () => {
    const clock = { now: 1 }
    const { sessions, told } = sessionsAt(clock)
    sessions.open('secret', 'curl/8')
    clock.now = 5
    expect(sessions.use('secret')?.current().lastUsedAt).toBe(5)
    sessions.allowAnswers(first, true)
    const opened = { id: first, userAgent: 'curl/8', since: 1, lastUsedAt: 1, mayAnswer: false }
    expect(told).toEqual([[opened], [{ ...opened, lastUsedAt: 5, mayAnswer: true }]])
    expect(sessions.list()).toEqual(told[1])
  })

  it('lets nobody answer before the person allowed it, and takes it back at once', () => {
    const { sessions } = sessionsAt({ now: 1 })
    const session = sessions.open('secret', '')
    expect(session.current().mayAnswer).toBe(false)
    sessions.allowAnswers(first, true)
    expect(session.current().mayAnswer).toBe(true)
    sessions.allowAnswers(first, false)
    expect(session.current().mayAnswer).toBe(false)
  })

  it('knows no other token, and an ended session’s no more', () => {
    const { sessions } = sessionsAt({ now: 1 })
    const session = sessions.open('secret', 'curl/8')
    sessions.open('other', 'python')
    expect(sessions.use('guess')).toBeUndefined()
    sessions.end(first)
    expect(session.ended.aborted).toBe(true)
    expect(sessions.use('secret')).toBeUndefined()
    expect(sessions.use('other')?.ended.aborted).toBe(false)
    expect(sessions.list().map(({ userAgent }) => userAgent)).toEqual(['python'])
    const gone = expect.objectContaining({ code: 'NOT_FOUND' })
    expect(() => sessions.end(first)).toThrow(gone)
    expect(() => sessions.allowAnswers(first, true)).toThrow(gone)
  })

  it.each([
    ['', 'A program without a name'],
    ['\u202egnp.exe\u0000\n', 'gnp.exe'],
    ['x'.repeat(5000), 'x'.repeat(120)],
  ])('shows a name without tricks: %j', (userAgent, shown) => {
    expect(sessionsAt({ now: 1 }).sessions.open('secret', userAgent).current().userAgent).toBe(shown)
  })
})
