import type { RunId } from '../../../shared/ids.ts'
import { runState, type RunState } from '../../../shared/run-events.ts'
import { z } from '../../../shared/schema.ts'
import { eventKinds, parseEventKinds } from './event-kinds.ts'
import { answer, type ApiReply } from './reply.ts'
import { resumeFrom } from './resume-from.ts'
import { defineRoute, type ApiCall, type Route } from './route.ts'
import { createRunLog } from './run-log.ts'
import { newRun, noQuery, nothing, runList, runParams } from './schemas.ts'
import type { RunStream } from './send-run-events.ts'
import { startApiRun } from './start-api-run.ts'

const events = z
  .string()
  .optional()
  .describe(
    `Kinds of events, separated by commas; run-started, snapshot and run-ended always come. Kinds: ${eventKinds.join(', ')}.`,
  )

const limit = z.coerce.number().int().min(1).max(200).default(50)

export const runRoutes: readonly Route[] = [
  defineRoute({
    method: 'POST',
    path: '/v1/runs',
    summary: 'Asks a question and streams what happens.',
    description:
      'Answers server-sent events until run-ended; with `?stream=false` or `Accept: application/json`, the finished run. Location names the run. Closing the connection does not stop it.',
    params: nothing,
    query: z.strictObject({ stream: z.enum(['true', 'false']).optional(), events }),
    body: newRun,
    answer: runState,
    answersEvents: true,
    async handle(call) {
      const kinds = parseEventKinds(call.query.events)
      const { run, log } = await startApiRun(call.app, call.logs, call.body)
      const headers = { location: `/v1/runs/${run.runId}` }
      const state = () => run.state()
      if (wantsEvents(call))
        return { kind: 'events', stream: { runId: run.runId, log, state, from: 0, kinds }, headers }
      await run.ended
      return answer(state(), headers)
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/v1/runs',
    summary: 'The newest runs, those under way among them.',
    params: nothing,
    query: z.strictObject({ limit }),
    body: null,
    answer: runList,
    handle: async ({ app, query }) => answer({ runs: await app.runLookup.recent(query.limit) }),
  }),
  defineRoute({
    method: 'GET',
    path: '/v1/runs/{runId}',
    summary: 'A run as it is now.',
    params: runParams,
    query: noQuery,
    body: null,
    answer: runState,
    handle: async ({ app, params }) => answer(await app.runLookup.get(params.runId)),
  }),
  defineRoute({
    method: 'GET',
    path: '/v1/runs/{runId}/events',
    summary: 'What happens in a run, from now or from Last-Event-ID on.',
    description:
      'Begins with a snapshot event that holds the whole run; with `Last-Event-ID`, after that event, or with a snapshot where too much has happened since. 204 when the run has ended and that was its last event.',
    params: runParams,
    query: z.strictObject({ events }),
    body: null,
    answer: null,
    answersEvents: true,
    handle: followRun,
  }),
  defineRoute({
    method: 'POST',
    path: '/v1/runs/{runId}/cancel',
    summary: 'Stops a run and answers it as it ended.',
    description: 'What was streamed stays. A run that had ended already is answered as it is.',
    params: runParams,
    query: noQuery,
    body: null,
    answer: runState,
    async handle({ app, params }) {
      const run = app.runs.get(params.runId)
      run?.cancel()
      await run?.ended
      return answer(await app.runLookup.get(params.runId))
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/v1/runs/{runId}/retry-now',
    summary: 'Ends the wait before the next try.',
    description: 'Does nothing when the run does not wait.',
    params: runParams,
    query: noQuery,
    body: null,
    answer: runState,
    async handle({ app, params }) {
      app.runs.get(params.runId)?.retryNow()
      return answer(await app.runLookup.get(params.runId))
    },
  }),
]

function wantsEvents({ query, accept }: ApiCall<unknown, { readonly stream?: string | undefined }, unknown>): boolean {
  if (query.stream !== undefined) return query.stream === 'true'
  return !accept.includes('application/json') || accept.includes('text/event-stream')
}

type FollowCall = ApiCall<{ readonly runId: RunId }, { readonly events?: string | undefined }, unknown>

async function followRun({ app, logs, params, query, lastEventId }: FollowCall): Promise<ApiReply> {
  const kinds = parseEventKinds(query.events)
  const { runId } = params
  const { log, state } = await openRun({ app, logs }, runId)
  const from = resumeFrom(lastEventId, { runId, newest: log.newest(), isOver: state().stop !== null })
  if (from === 'end') return { kind: 'nothing' }
  return { kind: 'events', stream: { runId, log, state, from, kinds } }
}

/** The log of a run under way or just over; of an older one only the state is left. */
async function openRun(
  { app, logs }: Pick<FollowCall, 'app' | 'logs'>,
  runId: RunId,
): Promise<{ readonly log: RunStream['log']; readonly state: () => RunState }> {
  const live = app.runs.get(runId)
  if (live !== undefined && live.state().stop === null) return { log: logs.follow(live), state: () => live.state() }
  const whole = await app.runLookup.get(runId)
  return { log: logs.find(runId) ?? createRunLog(), state: () => whole }
}
