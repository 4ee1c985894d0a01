import { describe, expect, test } from 'vitest'
import { asks } from './asks.fixture.ts'
import { openOfflineWorkspace } from './offline-workspace.fixture.ts'

const singers = `name,voice,joined,voice_range,lesson_rate
Ada,tenor,2022-01-05,12,20
Ben,alto,2022-02-07,14,30
Cora,tenor,2023-03-09,16,40
Dora,bass,2023-04-11,18,50
`

describe('a word nobody knows is passed over, and told', () => {
  asks({ 'singers.csv': singers }, [
    ['How many singers warble tenor?', '**2** rows where *voice* is tenor', 'passed over “warble”'],
    ['the most common voice among our songsters', '**tenor** comes first', 'passed over “songsters”'],
    ['average masterclass lesson rate by voice', '| bass | 50 |', 'passed over “masterclass”'],
    ['average lesson rate over the entire ensemble', '**35**', 'passed over “entire” and “ensemble”'],
    ['a histogram of the lesson rate content', 'passed over “content”'],
    ['How many of them did we engage as tenor?', '“engage”'],
  ])
})

describe('but never where it may say what counts', () => {
  const unknown = (word: string) => `I do not know what “${word}” means here`
  asks({ 'singers.csv': singers }, [
    ['average lesson rate of the gifted singers', unknown('gifted'), '1. *“average lesson rate of the singers'],
    ['average lesson rate of the dusty Ada', unknown('dusty'), '1. *“average lesson rate of the Ada”*'],
    ['average lesson rate of tenors in the attic', unknown('attic'), '1. *“average lesson rate of tenors”*'],
    ['how many singers avoid tenor', unknown('avoid')],
    ['which voice has the most squabbles', unknown('squabbles')],
    ['total squabbles by voice', 'No column here is called “squabbles”'],
    ['tenor singers and hornists, how many', unknown('hornists')],
    ['how many tenor singers are hoarse', unknown('hoarse')],
    ['average summer lesson rate by voice', unknown('summer')],
    ['average lesson rate by planet', unknown('planet')],
    ['how many dashing tenors joined in 2022', unknown('dashing'), '1. *“how many tenors joined in 2022”*'],
    ['how many hornists', unknown('hornists')],
    [
      'average lesson rate our sponsors grant',
      'I do not know what “sponsors” and “grant” mean here',
      '“average lesson rate”*',
    ],
    ['total lesson rate patrons bore in 2022', 'I do not know what “patrons” and “bore” mean here'],
  ])
})

test('the question that is offered reads well, and keeps the file that was named', async () => {
  await using workspace = await openOfflineWorkspace({
    files: { 'singers.csv': singers, 'guests.csv': 'guest,born\nEve,1990-01-01\nFay,1991-02-02\n' },
  })
  const offered = async (question: string) => (await workspace.ask(question)).calls.at(-1)?.input
  expect(await offered('average lesson rate of the tenors we pampered in singers.csv?')).toMatchObject({
    choices: ['average lesson rate of the tenors in singers.csv', 'Describe singers.csv'],
  })
  expect(await offered('how many gifted tenors did they serenade in 2022')).toMatchObject({
    choices: ['how many tenors in 2022', 'Describe singers.csv'],
  })
})

test('a question is offered without it only where that is a whole one', async () => {
  await using workspace = await openOfflineWorkspace({ files: { 'singers.csv': singers } })
  const { calls } = await workspace.ask('average lesson rate of the gifted singers')
  expect(calls.at(-1)).toMatchObject({
    name: 'offer_choices',
    input: { choices: ['average lesson rate of the singers', 'Describe singers.csv'] },
  })
  const { markdown } = await workspace.ask('how many hornists do we have')
  expect(markdown).not.toContain('leave it out')
})

test('a file is not split by what its name says', async () => {
  await using workspace = await openOfflineWorkspace({
    files: { 'pay by sector.csv': 'series,month,rate\nMining,May,4\nFarming,May,6\n' },
  })
  const { markdown } = await workspace.ask('average rate by sector')
  expect(markdown).not.toContain('**5**')
})
