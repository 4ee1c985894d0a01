import type { PolicyRule } from '../../shared/consent.ts'

/** Why a call is asked for or refused, in one sentence for the person. */
export function describeRule(rule: PolicyRule): string {
  return sentences[rule]
}

const sentences: Readonly<Record<PolicyRule, string>> = {
  'agent-forbids-tool': 'This agent is set up without this tool.',
  'protected-file': 'This file may hold passwords or keys, so no tool may touch it.',
  'outside-workspace': 'This is outside the folder you opened.',
  'no-side-effects': 'It changes nothing and reads nothing of yours.',
  'reads-opened-folder': 'It only reads inside the folder you opened.',
  granted: 'You allowed this before.',
  'auto-mode': 'Auto mode lets changes you can undo, and sandboxed commands, pass inside the folder you opened.',
  'named-on-command-line': 'It was allowed when this run was started.',
  'writes-files': 'It changes a file in the folder you opened. You can undo it afterwards.',
  'runs-command':
    'It runs a command on this computer, in a sandbox: no network, and able to change files only in the folder you opened. What it changes cannot be undone here.',
  'no-sandbox': 'It runs a command with everything you may do on this computer: no working sandbox was found here.',
  'contacts-network': 'It contacts a server outside this computer.',
  'foreign-content-present':
    'This conversation holds text from outside your folder, which could have asked for this instead of you. So it is asked each time.',
  'private-content-may-leave':
    'This conversation holds content of your files, and this call could send some of it away. So it is asked each time.',
  'agent-asks-for-tool': 'This agent is set up to ask each time it uses this tool.',
}
