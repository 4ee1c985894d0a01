import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { foldRunEvents } from '../../../shared/run-events.ts'
import { endedEvent, messageStarted, say, startedEvent } from '../../agent/driven-run.fixture.ts'
import { describeApi } from './open-api.ts'
import { routes } from './routes.ts'

type Document = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly operationId: string }>>>>
  readonly components: { readonly schemas: Readonly<Record<string, object>> }
}

const text = JSON.stringify(describeApi(routes, '1.2.3'))
const api = JSON.parse(text) as Document

describe('describeApi', () => {
  it('describes every route that is served, each under a name of its own', () => {
    const described = Object.entries(api.paths).flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, { operationId }]) => [operationId, `${method.toUpperCase()} ${path}`]),
    )
    expect(described.map(([, served]) => served)).toEqual(routes.map(({ method, path }) => `${method} ${path}`))
    expect(Object.fromEntries(described)).toMatchObject({
      postRuns: 'POST /v1/runs',
      getRuns: 'GET /v1/runs',
      getRun: 'GET /v1/runs/{runId}',
      getRunEvents: 'GET /v1/runs/{runId}/events',
      postQuestionAnswer: 'POST /v1/questions/{consentId}/answer',
    })
    expect(new Set(described.map(([operationId]) => operationId)).size).toBe(routes.length)
  })

  it('refers to nothing that is not in it', () => {
    const names = [...text.matchAll(/"\$ref":"([^"]*)"/g)].map(([, reference]) => reference)
    const known = Object.keys(api.components.schemas).map((name) => `#/components/schemas/${name}`)
    expect(names.length).toBeGreaterThan(10)
    expect([...new Set(names)].filter((name) => !known.includes(name!))).toEqual([])
  })

  it('describes what is really answered, by schemas that any validator understands', () => {
    const validator = new Ajv2020({ strict: false })
    validator.addSchema({ $id: 'api', ...api })
    const isValid = (name: string, value: unknown) => {
      const check = validator.getSchema(`api#/components/schemas/${name}`)
      return check?.(value)
    }
    const run = foldRunEvents([startedEvent, messageStarted('msg_1'), say('Hello'), endedEvent])
    expect(isValid('RunState', run)).toBe(true)
    expect(isValid('RunState', { ...run, stop: { kind: 'vanished' } })).toBe(false)
    expect(isValid('RunEvent', say('Hello'))).toBe(true)
    expect(isValid('NewRun', { text: 'Hi' })).toBe(true)
    expect(isValid('NewRun', { text: 'Hi', model: 'x' })).toBe(false)
    expect(isValid('Answer', { kind: 'deny', toAgent: 'Not now' })).toBe(true)
    expect(isValid('Answer', { kind: 'always' })).toBe(false)
  })
})
