import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** Before each sample, so that none pays for the litter of the one before it. */
export function collectGarbage(): void {
  collect()
}
