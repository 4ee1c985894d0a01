import type { z } from '../../../shared/schema.ts'
import type { SignedIn } from '../../app/api-sessions.ts'
import type { App } from '../../app/create-app.ts'
import type { ApiReply } from './reply.ts'
import type { RunLogs } from './run-logs.ts'

/** What of the app a program reaches: what the page reaches, but for settings, secrets, files and grants. */
export type ApiApp = Pick<
  App,
  | 'agents'
  | 'apiSessions'
  | 'attachments'
  | 'consent'
  | 'conversations'
  | 'info'
  | 'log'
  | 'models'
  | 'runLookup'
  | 'runs'
  | 'settings'
  | 'startRun'
>

/** One request of a signed-in program, with everything in it checked. */
export type ApiCall<Params, Query, Body> = {
  readonly app: ApiApp
  readonly logs: RunLogs
  readonly session: SignedIn
  readonly params: Params
  readonly query: Query
  readonly body: Body
  readonly accept: string
  readonly lastEventId: string | undefined
}

type TypedRoute<Params extends z.ZodObject, Query extends z.ZodObject, Body extends z.ZodType> = {
  readonly method: 'GET' | 'POST'
  /** `{name}` stands for one part, which `params` checks. */
  readonly path: string
  /** For the OpenAPI document: one line, and what a caller must know beside the schemas. */
  readonly summary: string
  readonly description?: string
  readonly params: Params
  readonly query: Query
  /** null: whatever is sent is not read. */
  readonly body: Body | null
  /** Of the answer with status 200 that is JSON; null where there is none. */
  readonly answer: z.ZodType | null
  readonly answersEvents?: true
  /** May throw `AppError`, which becomes the refusal with that code’s status. */
  handle(call: ApiCall<z.infer<Params>, z.infer<Query>, z.infer<Body>>): ApiReply | Promise<ApiReply>
}

export type Route = TypedRoute<z.ZodObject, z.ZodObject, z.ZodType>

/** Checks a route’s handler against its own schemas. */
export function defineRoute<Params extends z.ZodObject, Query extends z.ZodObject, Body extends z.ZodType>(
  route: TypedRoute<Params, Query, Body>,
): Route {
  return route
}
