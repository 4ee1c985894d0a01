import { AppError } from '../../../shared/errors.ts'
import { requests } from '../../../shared/ipc/contract.ts'
import { answer, refuse } from './reply.ts'
import { defineRoute, type Route } from './route.ts'
import { noQuery, nothing, programAnswer, questionParams } from './schemas.ts'

/** What agents ask before they act. */
export const questionRoutes: readonly Route[] = [
  defineRoute({
    method: 'GET',
    path: '/v1/questions',
    summary: 'The questions of agents that nobody has answered yet.',
    description: 'Without a page open, a question ends as not answered after a minute.',
    params: nothing,
    query: noQuery,
    body: null,
    answer: requests['consent.list'].output,
    handle: ({ app }) => answer({ questions: app.consent.questions() }),
  }),
  defineRoute({
    method: 'POST',
    path: '/v1/questions/{consentId}/answer',
    summary: 'Answers a question for the person.',
    description:
      'For this one call: what lasts is granted by the person, in the page. 403 until the person has allowed this program to answer, in the app under Settings. 409 when the question is no longer open.',
    params: questionParams,
    query: noQuery,
    body: programAnswer,
    answer: nothing,
    async handle({ app, session, params, body }) {
      const { id, mayAnswer } = session.current()
      // A program that starts runs would otherwise permit itself whatever its agents ask for.
      if (!mayAnswer) return refuse(403, notAllowed())
      await app.consent.answer(params.consentId, body)
      app.log.write('info', `API session ${id} answered question ${params.consentId}: ${body.kind}`)
      return answer({})
    },
  }),
]

function notAllowed(): AppError {
  return new AppError('UNAUTHORIZED', 'This program may see questions, not answer them.', {
    hint: 'The person can allow it in the app, under Settings, for this program’s session.',
  })
}
