import { describe, expect, it } from 'vitest'
import { checkOptions, strict, strictEvents, violations } from './strict.ts'

/** The stand-in is only worth something if it says no. */
describe('the stand-in for Electron', () => {
  it('fails on a call, a property, an event and an option it does not know, and remembers each', () => {
    const app = strict(['App'], { ...strictEvents(['App']).members, quit: () => {} })
    const before = violations.length
    expect(() => (app as unknown as { relaunch(): void }).relaunch()).toThrow('App.relaunch is not known')
    expect(() => Object.assign(app, { quit: 1 })).toThrow('App.quit was written')
    expect(() => app.on('redy', () => {})).toThrow('App has no event redy')
    expect(() => checkOptions(['WebPreferences'], { sandbox: true, contextIsolated: true })).toThrow(
      'WebPreferences has no option contextIsolated',
    )
    expect(violations).toHaveLength(before + 4)
  })

  it('cannot know what Electron does not declare', () => {
    expect(() => strict(['App'], { enableSandboxes: () => {} })).toThrow('Electron declares no App.enableSandboxes')
  })
})
