import { create } from 'zustand'
import type { RequestInput, WarmUpReport } from '../../shared/ipc/contract.ts'
import { client } from '../bridge/client.ts'

type WarmedUp = RequestInput<'model.warm-up'> & { readonly report: WarmUpReport }

/** What was last made ready, and for whom; null before the first answer. */
export const useWarmUp = create<{ readonly last: WarmedUp | null }>(() => ({ last: null }))

/** Makes the next message fast. A failure is silent here: the message itself will say what is wrong. */
export async function warmUp(choice: RequestInput<'model.warm-up'>): Promise<void> {
  const last = await client()
    .request('model.warm-up', choice)
    .then(
      (report) => ({ ...choice, report }),
      () => null,
    )
  useWarmUp.setState({ last })
}
