import { z } from '../../../shared/schema.ts'
import { visibleName } from '../../../shared/visible-name.ts'
import { defineTool } from '../tool.ts'

const input = z.object({
  prompt: line(300).describe('What is open, in one sentence: "Which amount do you mean?"'),
  choices: z
    .array(line(200))
    .min(2)
    .max(4)
    .refine((choices) => new Set(choices).size === choices.length, 'Each choice must differ from the others.')
    .describe('Whole messages the person could have written, such as "Total amount by region in sales.csv".'),
})

/**
 * Puts messages the person might want to send next before them, a button each. A press sends exactly the text that is
 * seen, as the person's own message; it allows nothing and starts nothing else.
 */
export const offerChoices = defineTool({
  name: 'offer_choices',
  family: 'conversation',
  description:
    'Shows the person 2 to 4 buttons; pressing one sends its text as their next message. Use it when what they asked has ' +
    'two or more equally likely meanings, instead of guessing one. Then say in your answer what is open and stop there. ' +
    'Not for permission: what needs the person’s approval is asked for by itself.',
  input,
  powers: { reads: [], writes: [], output: 'trusted', isUndoable: true },
  timeoutMs: 10_000,
  concurrency: 1,
  version: '1',
  load: async () => undefined,
  title: ({ choices }) => `Offer ${choices.length} choices`,
  targets: async () => [],

  async *run({ prompt, choices }) {
    return {
      content: [{ type: 'text', text: 'Shown to the person.' }],
      display: { kind: 'choices', prompt, choices },
    }
  },
})

/**
 * One line of which every character is seen. Stops the attack in which a press sends more than is read: words hidden in
 * invisible characters, or behind a line end or a run of blanks.
 */
function line(longest: number) {
  return z
    .string()
    .min(1)
    .max(longest)
    .refine((text) => visibleName(text) === text && /^\S+( \S+)*$/.test(text), {
      error: 'One line without invisible characters and with single spaces between its words.',
    })
}
