import type { SandboxStatus } from '../../shared/ipc/contract.ts'

export type SandboxTrouble = Extract<SandboxStatus, { kind: 'unavailable' }>

/** Says why the sandbox is not used and what to do about it. `said` is what its programs printed. Pure. */
export function sandboxTrouble(what: string, said = ''): SandboxTrouble {
  const detail = said.trim().split('\n').at(-1) ?? ''
  return {
    kind: 'unavailable',
    reason: `The command sandbox was tried and ${what}${detail === '' ? '' : ` (${detail})`}.`,
    hint: namespacesForbidden.test(detail)
      ? 'This system does not let programs make sandboxes. Allow user namespaces: on Ubuntu 24.04 or newer by an AppArmor profile for bwrap, in a container by its security options. Then start the app again.'
      : 'Until it works, each command is shown to you before it runs. Update bubblewrap, then start the app again.',
  }
}

/** bubblewrap's words where the kernel or a container refuses it. */
const namespacesForbidden = /user namespace|uid map|new namespace|Operation not permitted|Permission denied/i
