import fc from 'fast-check'
import { isDeepStrictEqual } from 'node:util'
import { anyBrokenAnswer, perfectContent, type BrokenAnswer } from '../electron/agent/broken-answer.fixture.ts'
import { playBrokenAnswer, strongModelId, type Played } from '../electron/agent/play-broken-answer.fixture.ts'
import type { ContentBlock } from '../shared/messages.ts'
import { applyRunEvent, foldRunEvents, startRunState, type RunEvent } from '../shared/run-events.ts'
import { createRandom } from './auto-model/random.ts'
import type { Bench } from './figure.ts'
import { followWithReloads } from './follow-with-reloads.ts'
import { medianWithSpread } from './median.ts'

const scenarios = 10_000
const seed = 20_261_123

/** Whether an answer that breaks on its way is shown whole, once. */
export const lossless: Bench = {
  title: `Lost or doubled characters over ${scenarios.toLocaleString('en-US')} random cuts, stalls, reloads, retries, failovers and escalations`,
  counted: [
    'Random answers over a model that breaks off anywhere, falls silent, is overloaded, or repeats its last sentence when',
    'it goes on. What the fold of the events shows at the end is compared with the answer: whole when a try succeeded;',
    'when none did, its beginning, and nothing less than was on the screen before. A page follows each answer through',
    'the outbox while it is reloaded, loses batches and draws late; at the end it shows what the events say.',
    `Seed ${seed}, the same scenarios in every run.`,
  ].join('\n'),
  async run() {
    const counts = { wrong: 0, wrongAtPage: 0, whole: 0, reloads: 0, losses: 0 }
    const random = createRandom(seed)
    for (const scenario of fc.sample(anyBrokenAnswer, { numRuns: scenarios, seed })) {
      const played = await playBrokenAnswer(scenario)
      if (played.stop === 'whole') counts.whole++
      if (!isShownRightly(played, scenario)) counts.wrong++
      const events = [...played.events, ended]
      const { state, reloads, losses } = await followWithReloads(events, random)
      counts.reloads += reloads
      counts.losses += losses
      if (!isDeepStrictEqual(state, JSON.parse(JSON.stringify(foldRunEvents(events))))) counts.wrongAtPage++
    }
    const total = (name: string, count: number) => ({ name, unit: '×', spread: medianWithSpread([count]) }) as const
    return [
      { ...total('answers with lost or doubled characters', counts.wrong), goalAtMost: 0 },
      { ...total('pages that show something else at the end', counts.wrongAtPage), goalAtMost: 0 },
      total('answers that came whole in the end', counts.whole),
      total('answers that failed and kept their beginning', scenarios - counts.whole),
      total('reloads of a page', counts.reloads),
      total('connections lost', counts.losses),
    ]
  },
}

const ended: RunEvent = { type: 'run-ended', stop: { kind: 'completed' }, at: 1 }

function isShownRightly({ stop, shown, shownMerged, streamed, events }: Played, scenario: BrokenAnswer): boolean {
  if (!isDeepStrictEqual(shown, shownMerged) || textOf(shown) !== textOf(streamed)) return false
  if (losesText(events)) return false
  return stop === 'whole'
    ? isDeepStrictEqual(shown, perfectContent(scenario.answer, strongModelId))
    : isBeginning(shown, scenario)
}

/** Whether text that was on the screen goes again. Only a better model's try may take it back, and blanks at its end. */
function losesText([started, ...events]: readonly RunEvent[]): boolean {
  if (started?.type !== 'run-started') return true
  let state = startRunState(started)
  let before = ''
  for (const event of events) {
    state = applyRunEvent(state, event)
    if (event.type === 'run-noted' && event.note.kind === 'escalated') {
      before = ''
      continue
    }
    const text = textOf(state.messages[1]?.content ?? [])
    if (!text.startsWith(before.trimEnd())) return true
    before = text
  }
  return false
}

function isBeginning(shown: readonly ContentBlock[], { answer, cheapTry }: BrokenAnswer): boolean {
  return [answer.text, cheapTry?.answer.text ?? ''].some((possible) => possible.startsWith(textOf(shown)))
}

function textOf(content: readonly ContentBlock[]): string {
  return content.map((block) => (block.type === 'text' ? block.text : '')).join('')
}
