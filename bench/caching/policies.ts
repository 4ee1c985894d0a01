import { createPromptCache } from '../../electron/models/caching/prompt-cache.ts'
import type { ModelRequest } from '../../electron/agent/ports.ts'
import type { CachePoint, CacheReport } from '../../shared/prompt-cache.ts'
import type { Usage } from '../../shared/usage.ts'

/** How a program places cache points in the calls of one conversation. `now` is the service's clock. */
export type CachePolicy = {
  readonly name: string
  start(now: () => number): (request: ModelRequest) => PlannedRequest
}

export type PlannedRequest = {
  readonly request: ModelRequest
  /** Told what the service counted; answers what the program made of it, if it makes anything of it. */
  settle(usage: Usage): CacheReport | undefined
}

export const noCaching: CachePolicy = {
  name: 'no caching',
  start: () => (request) => withPoints(request, []),
}

export const ours: CachePolicy = {
  name: 'this app',
  start(now) {
    const cache = createPromptCache({ elapsedMs: now })
    return (request) => {
      const prepared = cache.prepare(request, 'us-east-1')
      return {
        request: prepared.request,
        settle(usage) {
          prepared.noteStart()
          return prepared.report(usage).cache
        },
      }
    }
  },
}

/**
 * Strands Agents, `CacheConfig(strategy="auto")`: a point after the tools and one after the last user message
 * (strandsagents.com/docs/api/typescript/BedrockCacheConfig).
 */
export const strandsAuto: CachePolicy = {
  name: 'Strands, auto strategy',
  start: () => (request) => {
    const lastUser = request.messages.findLastIndex(({ role }) => role === 'user')
    return withPoints(request, [
      { at: 'tools', ttl: '5m' },
      { at: 'message', index: lastUser, ttl: '5m' },
    ])
  },
}

/**
 * bedrock-engineer: points after tools and system, after the last message, and where the last message of the call before
 * was (github.com/aws-samples/bedrock-engineer, prompt cache management).
 */
export const bedrockEngineer: CachePolicy = {
  name: 'bedrock-engineer',
  start() {
    let before: number | undefined
    return (request) => {
      const last = request.messages.length - 1
      const points: CachePoint[] = [
        { at: 'tools', ttl: '5m' },
        { at: 'system', ttl: '5m' },
        ...[...new Set([before ?? last, last])].map((index) => ({ at: 'message', index, ttl: '5m' }) as const),
      ]
      before = last
      return withPoints(request, points)
    }
  },
}

function withPoints(request: ModelRequest, cachePoints: readonly CachePoint[]): PlannedRequest {
  return { request: { ...request, cachePoints }, settle: () => undefined }
}
