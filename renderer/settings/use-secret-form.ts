import { useState } from 'react'
import type { RequestArguments } from '../../shared/ipc/contract.ts'
import { clearCredentials, setCredentials } from '../state/credentials.ts'
import { showFailure, showToast } from '../state/toasts.ts'

/** Handing over and forgetting one kind of secret. `onChange` is called when the host has done it. */
export function useSecretForm(kind: 'keys' | 'bearer', onChange: () => void) {
  const [isBusy, setBusy] = useState(false)
  const run = (act: () => Promise<string>, then: () => void) => {
    setBusy(true)
    act()
      .then((text) => {
        showToast({ tone: 'neutral', text })
        then()
        return onChange()
      })
      .catch(showFailure)
      .finally(() => setBusy(false))
  }
  return {
    isBusy,
    /** `then` empties the fields: a secret does not stay in the page. */
    save: (secret: RequestArguments<'credentials.set'>, then: () => void) =>
      run(async () => keptWords[(await setCredentials(secret)).keptIn], then),
    forget: () =>
      run(
        async () => {
          await clearCredentials(kind)
          return 'The stored secret is gone.'
        },
        () => {},
      ),
  }
}

const keptWords = {
  vault: 'Kept encrypted in your system’s vault.',
  memory: 'This system has no safe vault, so it is kept in memory only, until the app closes.',
}
