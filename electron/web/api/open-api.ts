import { z } from '../../../shared/schema.ts'
import type { Route } from './route.ts'
import { answeredSchemas, sentSchemas } from './schemas.ts'

type Json = Readonly<Record<string, unknown>>

/** The OpenAPI 3.1 document of these routes, written from the very schemas that check them. https://spec.openapis.org/oas/v3.1.1 */
export function describeApi(routes: readonly Route[], version: string): Json {
  const paths = Map.groupBy(routes, ({ path }) => path)
  return {
    openapi: '3.1.0',
    info: {
      title: 'Bedrock Analyst',
      version,
      description: 'Ask agents from any program on this machine, and follow what they do. See docs/http-api.md.',
    },
    security: [{ token: [] }],
    paths: Object.fromEntries([...paths].map(([path, ofPath]) => [path, describePath(ofPath)])),
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'The token of the link that the terminal prints.' },
      },
      schemas: { ...describeSchemas(sentSchemas, 'input'), ...describeSchemas(answeredSchemas, 'output') },
    },
  }
}

function describePath(routes: readonly Route[]): Json {
  return Object.fromEntries(routes.map((route) => [route.method.toLowerCase(), describeRoute(route)]))
}

function describeRoute(route: Route): Json {
  const { method, path, summary, description, body } = route
  return {
    operationId: nameOperation(method, path),
    summary,
    ...(description === undefined ? {} : { description }),
    parameters: [
      ...describeParameters(route.params, 'path'),
      ...describeParameters(route.query, 'query'),
      ...(isResumable(route) ? [lastEventId] : []),
    ],
    ...(body === null ? {} : { requestBody: { required: true, content: jsonContent(body) } }),
    responses: {
      200: { description: summary, content: { ...jsonContent(route.answer), ...eventContent(route) } },
      ...(isResumable(route) ? { 204: { description: 'There is nothing more to read.' } } : {}),
      default: { description: 'It was refused, and why.', content: jsonContent(answeredSchemas.Error) },
    },
  }
}

/** `GET /v1/runs/{runId}/events` is getRunEvents. */
function nameOperation(method: string, path: string): string {
  const parts = path.split('/').slice(2)
  const words = parts.flatMap((part, index) => {
    if (part.startsWith('{')) return []
    const isOne = parts[index + 1]?.startsWith('{') === true
    return [isOne ? part.replace(/s$/, '') : part]
  })
  return [method.toLowerCase(), ...words.flatMap((word) => word.split('-')).map(capitalized)].join('')
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

function describeParameters(schema: z.ZodObject, place: 'path' | 'query'): Json[] {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input' })
  return Object.entries(properties).map(([name, described]) => ({
    name,
    in: place,
    required: required.includes(name),
    schema: described,
  }))
}

/** Streams that a GET begins can be taken up again. */
function isResumable({ method, answersEvents }: Route): boolean {
  return method === 'GET' && answersEvents === true
}

const lastEventId = {
  name: 'Last-Event-ID',
  in: 'header',
  required: false,
  description: 'The id of the last event you got of this run.',
  schema: { type: 'string' },
}

function jsonContent(schema: z.ZodType | null): Json {
  return schema === null ? {} : { 'application/json': { schema: referTo(schema) } }
}

function eventContent({ answersEvents }: Route): Json {
  if (answersEvents !== true) return {}
  const description =
    'Server-sent events. The data of each is a RunEvent as one line of JSON; that of a snapshot event is a RunState, which replaces all that came before.'
  return { 'text/event-stream': { schema: { type: 'string', description } } }
}

function referTo(schema: z.ZodType): Json {
  const named: readonly (readonly [string, z.ZodType])[] = Object.entries({ ...sentSchemas, ...answeredSchemas })
  const [name] = named.find(([, candidate]) => candidate === schema) ?? []
  if (name === undefined) throw new Error('A schema of the HTTP API has no name in schemas.ts.')
  return { $ref: componentPath(name) }
}

function describeSchemas(schemas: Readonly<Record<string, z.ZodType>>, io: 'input' | 'output'): Json {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(schemas)) registry.add(schema, { id })
  const { schemas: described } = z.toJSONSchema(registry, { io, uri: componentPath })
  return Object.fromEntries(
    Object.entries(described).map(([name, { $schema: _dialect, $id: _id, ...schema }]) => [name, schema]),
  )
}

function componentPath(name: string): string {
  return `#/components/schemas/${name}`
}
