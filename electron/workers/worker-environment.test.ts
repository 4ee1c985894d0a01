import { expect, it } from 'vitest'
import { workerEnvironment } from './worker-environment.ts'

it('gives a worker the environment without anything secret', () => {
  const env = {
    PATH: '/bin',
    LANG: 'en',
    EMPTY: undefined,
    AWS_ACCESS_KEY_ID: 'x',
    AWS_PROFILE: 'x',
    GITHUB_TOKEN: 'x',
    OPENAI_API_KEY: 'x',
    db_password: 'x',
    CLIENT_SECRET: 'x',
  }
  expect(workerEnvironment(env)).toEqual({ PATH: '/bin', LANG: 'en' })
})
