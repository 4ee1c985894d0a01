import { describe, expect, it, vi } from 'vitest'
import type { HostBridge } from '../../shared/ipc/contract.ts'
import { createClient } from './client.ts'

function bridgeAnswering(reply: unknown) {
  const listeners = new Set<(envelope: unknown) => void>()
  const bridge: HostBridge = {
    request: () => Promise.resolve(reply),
    onPush: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  return { bridge, listeners, push: (envelope: unknown) => listeners.forEach((listener) => listener(envelope)) }
}

describe('createClient', () => {
  it('gives the value of a reply that keeps to the contract', async () => {
    const { bridge } = bridgeAnswering({ ok: true, value: { path: '/data' } })
    expect(await createClient(bridge).request('workspace.choose', {})).toEqual({ path: '/data' })
  })

  it('throws the error of the host, with its next step', async () => {
    const error = { code: 'DISK_FULL', message: 'The disk is full.', retryable: true, hint: 'Make room.' }
    const { bridge } = bridgeAnswering({ ok: false, error })
    await expect(createClient(bridge).request('settings.get', {})).rejects.toMatchObject({ name: 'AppError', ...error })
  })

  it.each([
    [undefined],
    ['no'],
    [{ ok: true, value: { path: 7 } }],
    [{ ok: true }],
    [{ ok: false, error: { code: 'NEW' } }],
  ])('refuses a reply that does not match: %j', async (reply) => {
    const { bridge } = bridgeAnswering(reply)
    await expect(createClient(bridge).request('workspace.choose', {})).rejects.toMatchObject({ code: 'INTERNAL' })
  })

  it('hands on pushes of the asked name only, and only sound ones', () => {
    const { bridge, push, listeners } = bridgeAnswering(undefined)
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
    const heard: unknown[] = []
    const stop = createClient(bridge).onPush('changes.changed', (payload) => {
      heard.push(payload)
    })
    push({ name: 'changes.changed', payload: { conversationId: 'c1' } })
    push({ name: 'grants.changed', payload: {} })
    push({ name: 'changes.changed', payload: {} })
    push('nonsense')
    expect(heard).toEqual([{ conversationId: 'c1' }])
    expect(logged).toHaveBeenCalledOnce()
    logged.mockRestore()
    stop()
    expect(listeners.size).toBe(0)
  })
})
