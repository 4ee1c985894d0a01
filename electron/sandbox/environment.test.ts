import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { commandEnvironment } from './environment.ts'

const folders = {
  home: '/private/home',
  temporary: '/private/tmp',
  workspace: '/data/work',
  readable: ['/usr', '/bin', '/opt', '/home/ada/.pyenv'],
}

const allowedNames = [
  'LANG',
  'LANGUAGE',
  'LC_ALL',
  'LC_CTYPE',
  'LC_COLLATE',
  'LC_NUMERIC',
  'LC_TIME',
  'LC_MESSAGES',
  'TZ',
]

test('keeps language and time zone, and sets everything else itself', () => {
  const host = { LANG: 'de_DE.UTF-8', TZ: 'Europe/Berlin', HOME: '/home/ada', TMPDIR: '/tmp', USER: 'ada', PATH: '' }
  expect(commandEnvironment(host, folders)).toEqual({
    LANG: 'de_DE.UTF-8',
    TZ: 'Europe/Berlin',
    PATH: '/usr/local/bin:/usr/bin:/bin',
    HOME: '/private/home',
    TMPDIR: '/private/tmp',
    XDG_CACHE_HOME: '/private/tmp',
    XDG_CONFIG_HOME: '/private/tmp',
    XDG_DATA_HOME: '/private/tmp',
    SHELL: '/bin/bash',
    TERM: 'dumb',
    PAGER: 'cat',
    PYENV_ROOT: '/home/ada/.pyenv',
  })
})

test('passes on no variable that is not on the list', () => {
  const dangerous = fc.constantFrom(
    'AWS_SECRET_ACCESS_KEY',
    'AWS_PROFILE',
    'GITHUB_TOKEN',
    'OPENAI_API_KEY',
    'BASH_ENV',
    'ENV',
    'LD_PRELOAD',
    'LD_LIBRARY_PATH',
    'DYLD_INSERT_LIBRARIES',
    'NODE_OPTIONS',
    'GIT_SSH_COMMAND',
    'GIT_CONFIG_GLOBAL',
    'PYTHONSTARTUP',
    'PYTHONPATH',
    'PROMPT_COMMAND',
    'BASH_FUNC_ls%%',
    'SSH_AUTH_SOCK',
    'DBUS_SESSION_BUS_ADDRESS',
    'HTTPS_PROXY',
  )
  const variables = fc.dictionary(fc.oneof(dangerous, fc.string({ minLength: 1 })), fc.constant('leak'))
  fc.assert(
    fc.property(variables, (host) => {
      const result = commandEnvironment(host, folders)
      const leaked = Object.keys(result).filter((name) => result[name]?.includes('leak'))
      return leaked.every((name) => allowedNames.includes(name))
    }),
  )
})

test('searches for programs in readable folders outside the workspace only', () => {
  const PATH = '/data/work/bin:.::bin:/usr/sbin:/home/ada/.pyenv/shims:/home/ada/bin:/usr/../data/work/bin:/usr/bin'
  expect(commandEnvironment({ PATH }, folders)['PATH']).toBe(
    '/usr/sbin:/home/ada/.pyenv/shims:/usr/bin:/usr/local/bin:/bin',
  )
})

test('searches no folder of the workspace, even where programs may be read from it', () => {
  const PATH = '/data/work/bin:/data/work/../work:/data/tools'
  expect(commandEnvironment({ PATH }, { ...folders, readable: ['/data'] })['PATH']).toBe(
    '/data/tools:/usr/local/bin:/usr/bin:/bin',
  )
})
