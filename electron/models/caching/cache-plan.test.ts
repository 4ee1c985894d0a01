import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CachingFacts } from '../../../shared/models.ts'
import { planCachePoints, type CachePlanInput } from './cache-plan.ts'

const claude: CachingFacts = {
  minimumTokens: 1024,
  maxPoints: 4,
  lifetimes: ['5m', '1h'],
  sections: ['tools', 'system', 'messages'],
}
const short = { fixed: '5m', messages: '5m' } as const
const roomy: CachePlanInput = {
  caching: claude,
  toolsEnd: 3000,
  systemEnd: 5000,
  last: { index: 4, tokens: 9000 },
  held: { index: 2, tokens: 7000 },
  margin: 1.1,
  lifetimes: short,
}

describe('the points of a call', () => {
  test('stand after tools, system, the last call’s end and the new end', () => {
    expect(planCachePoints(roomy)).toEqual([
      { at: 'tools', ttl: '5m' },
      { at: 'system', ttl: '5m' },
      { at: 'message', index: 2, ttl: '5m' },
      { at: 'message', index: 4, ttl: '5m' },
    ])
  })

  test('leave out what is too small to be cached, with a margin for the estimate', () => {
    const plan = planCachePoints({ ...roomy, toolsEnd: 1100, systemEnd: 1127 })
    expect(plan.map(({ at }) => at)).toEqual(['system', 'message', 'message'])
  })

  test('keep off the tools where the model takes none there', () => {
    const nova: CachingFacts = { ...claude, lifetimes: ['5m'], sections: ['system', 'messages'] }
    expect(planCachePoints({ ...roomy, caching: nova }).map(({ at }) => at)).toEqual(['system', 'message', 'message'])
  })

  test('live an hour from the front when the messages do, since longer lives come first', () => {
    const plan = planCachePoints({ ...roomy, lifetimes: { fixed: '5m', messages: '1h' } })
    expect(plan.map(({ ttl }) => ttl)).toEqual(['1h', '1h', '1h', '1h'])
  })

  test('are never refused by the service: at most four, in order, long before short, none too small', () => {
    const size = fc.option(fc.integer({ min: 0, max: 5000 }))
    const place = fc.option(
      fc.record({ index: fc.integer({ min: 0, max: 9 }), tokens: fc.integer({ min: 0, max: 9000 }) }),
    )
    const lifetime = fc.constantFrom('5m' as const, '1h' as const)
    const input = fc.record({
      caching: fc.constantFrom(claude, { ...claude, maxPoints: 2 }, { ...claude, sections: ['system' as const] }),
      toolsEnd: size,
      systemEnd: size,
      last: place,
      held: place,
      margin: fc.constantFrom(1.1, 1.35),
      lifetimes: fc.record({ fixed: lifetime, messages: lifetime }),
    })
    fc.assert(
      fc.property(input, (one) => {
        const plan = planCachePoints(one)
        expect(plan.length).toBeLessThanOrEqual(one.caching.maxPoints)
        expect(plan.map(({ ttl }) => ttl).join('')).toMatch(/^(1h)*(5m)*$/)
        for (const point of plan) {
          const section = point.at === 'message' ? 'messages' : point.at
          expect(one.caching.sections).toContain(section)
          const sizes = { tools: one.toolsEnd, system: one.systemEnd }
          const tokens =
            point.at === 'message'
              ? Math.max(...[one.last, one.held].map((at) => (at?.index === point.index ? at.tokens : 0)))
              : (sizes[point.at] ?? 0)
          expect(tokens).toBeGreaterThanOrEqual(one.caching.minimumTokens)
        }
      }),
    )
  })
})
