import { requests } from '../../../shared/ipc/contract.ts'
import { z } from '../../../shared/schema.ts'
import { answer } from './reply.ts'
import { defineRoute, type Route } from './route.ts'
import { conversationParams, noQuery, nothing } from './schemas.ts'

/** What there is to ask, and what was said before. */
export const catalogRoutes: readonly Route[] = [
  defineRoute({
    method: 'GET',
    path: '/v1/agents',
    summary: 'The agents, by the ids that a run takes.',
    params: nothing,
    query: noQuery,
    body: null,
    answer: requests['agents.list'].output,
    handle: ({ app }) => answer({ agents: app.agents.infos() }),
  }),
  defineRoute({
    method: 'GET',
    path: '/v1/models',
    summary: 'The models that the settings reach, by the ids that a run takes.',
    params: nothing,
    query: noQuery,
    body: null,
    answer: requests['models.list'].output,
    handle: async ({ app }) => answer(await app.models.list({ refresh: false })),
  }),
  defineRoute({
    method: 'GET',
    path: '/v1/conversations',
    summary: 'Conversations, the last used first.',
    params: nothing,
    query: z.strictObject({
      search: z.string().max(500).optional(),
      limit: z.coerce.number().int().min(1).max(500).default(200),
    }),
    body: null,
    answer: requests['conversation.list'].output,
    handle: async ({ app, query }) => answer({ conversations: await app.conversations.list(query) }),
  }),
  defineRoute({
    method: 'GET',
    path: '/v1/conversations/{conversationId}',
    summary: 'A conversation with all its runs.',
    params: conversationParams,
    query: noQuery,
    body: null,
    answer: requests['conversation.get'].output,
    handle: async ({ app, params }) => answer(await app.conversations.get(params.conversationId)),
  }),
]
