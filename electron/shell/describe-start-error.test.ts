import { describe, expect, it } from 'vitest'
import { AppError } from '../../shared/errors.ts'
import { describeStartError } from './describe-start-error.ts'

describe('describeStartError', () => {
  it('says what happened and what to do', () => {
    const error = new AppError('ALREADY_RUNNING', 'Another copy is open.', { hint: 'Switch to it.' })
    expect(describeStartError(error)).toEqual({
      title: 'Bedrock Analyst cannot start',
      content: 'Another copy is open.\n\nSwitch to it.',
    })
  })

  it('shows the cause of what nobody foresaw, since there is no log yet', () => {
    expect(describeStartError(new Error('assets/ is missing')).content).toMatch(
      /inside the app[^]*assets\/ is missing$/,
    )
  })
})
