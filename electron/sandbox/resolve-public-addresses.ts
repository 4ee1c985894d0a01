import { isIP } from 'node:net'
import { AppError } from '../../shared/errors.ts'
import { isPublicAddress } from './is-public-address.ts'

/** Asks the system for every address of a name. */
export type Lookup = (hostname: string) => Promise<readonly string[]>

/**
 * The addresses to dial for a host, all of them public. The name is looked up once: a second look-up could give
 * another answer (DNS rebinding), so the caller dials what it gets here. Throws `ADDRESS_NOT_ALLOWED`, `HOST_UNREACHABLE`.
 */
export async function resolvePublicAddresses(url: URL, lookup: Lookup): Promise<readonly string[]> {
  const hostname = url.hostname.replace(/^\[|\]$/g, '')
  // A literal never reaches the look-up, so it is judged here like an answer to one.
  const addresses = isIP(hostname) === 0 ? await askFor(hostname, lookup) : [hostname]
  const offender = addresses.find((address) => !isPublicAddress(address))
  if (offender !== undefined) {
    throw new AppError(
      'ADDRESS_NOT_ALLOWED',
      offender === hostname
        ? `${hostname} is not on the public internet.`
        : `${hostname} leads to ${offender}, which is not on the public internet.`,
      { hint: 'Tools may not reach this machine or its networks. Use a public address.' },
    )
  }
  return addresses
}

async function askFor(hostname: string, lookup: Lookup): Promise<readonly string[]> {
  const addresses = await lookup(hostname).catch((cause: unknown) => {
    throw notFound(hostname, cause)
  })
  if (addresses.length === 0) throw notFound(hostname)
  return addresses
}

function notFound(hostname: string, cause?: unknown): AppError {
  return new AppError('HOST_UNREACHABLE', `No address was found for ${hostname}.`, {
    hint: 'Check its spelling and the network connection.',
    retryable: true,
    cause,
  })
}
