import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ContentBlock } from '../../shared/messages.ts'
import { anyBrokenAnswer, perfectContent, type BrokenAnswer } from './broken-answer.fixture.ts'
import { playBrokenAnswer, strongModelId } from './play-broken-answer.fixture.ts'

it('shows at the end what a perfect stream would have shown: no character lost, none doubled', async () => {
  const endings = { whole: 0, failed: 0 }
  await fc.assert(
    fc.asyncProperty(anyBrokenAnswer, async (scenario) => {
      const played = await playBrokenAnswer(scenario)
      endings[played.stop] += 1
      expect(played.shownMerged).toEqual(played.shown)
      expect(wordsOf(played.streamed)).toEqual(wordsOf(played.shown))
      if (played.stop === 'whole') expect(played.shown).toEqual(perfectContent(scenario.answer, strongModelId))
      else expect(beginnings(scenario).some((text) => text.startsWith(textOf(played.shown)))).toBe(true)
    }),
    { numRuns: 8_000 },
  )
  // Otherwise one half of what is checked above never happened.
  expect(endings.whole).toBeGreaterThan(1_000)
  expect(endings.failed).toBeGreaterThan(100)
}, 60_000)

function beginnings({ answer, cheapTry }: BrokenAnswer): string[] {
  return [answer.text, ...(cheapTry === null ? [] : [cheapTry.answer.text])]
}

/** The text of each block, with its kind and place. */
function wordsOf(content: readonly ContentBlock[]): string[] {
  return content.flatMap((block) =>
    block.type === 'text' || block.type === 'reasoning' ? [`${block.type} ${block.text}`] : [],
  )
}

function textOf(content: readonly ContentBlock[]): string {
  return content.map((block) => (block.type === 'text' ? block.text : '')).join('')
}
