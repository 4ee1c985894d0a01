import { brokenStream, type Failure, type FailureContext } from './failure.ts'
import type { Fault } from './fault.ts'

/** A request that never got an answer, or lost it on the way; undefined when the fault is not the network's. */
export function readConnectionFailure(fault: Fault, context: FailureContext): Failure | undefined {
  const { networkCode, message, name } = fault
  if (context.hasStarted) return isNetworks(fault) ? brokenStream(context.subject) : undefined
  if (networkCode !== undefined && lookupCodes.has(networkCode)) {
    return {
      code: 'MODEL_UNREACHABLE',
      message: `There is no Bedrock address for the region ${context.region}, or this computer is offline.`,
      hint: 'Check the connection, and the region in Settings.',
      retryable: true,
      isUnsent: true,
    }
  }
  if (/certificate|self.signed|CERT_/i.test(`${networkCode ?? ''} ${message}`)) {
    return {
      code: 'MODEL_UNREACHABLE',
      message: 'The connection to Bedrock is not trusted: its certificate was not issued by an authority known here.',
      hint: 'Behind a company proxy, start the app with NODE_EXTRA_CA_CERTS naming the company’s certificate file.',
      retryable: false,
      isUnsent: true,
    }
  }
  if (name === 'TimeoutError') return describeTimeout(context)
  if (networkCode === 'ETIMEDOUT') return describeTimeout(context)
  if (!isNetworks(fault)) return undefined
  return {
    code: 'MODEL_UNREACHABLE',
    message: `Bedrock in ${context.region} could not be reached.`,
    hint: 'Check the connection, a VPN or firewall, and any AWS_ENDPOINT_URL in the environment, then retry.',
    retryable: true,
    ...(networkCode === 'ECONNREFUSED' ? { isUnsent: true } : {}),
  }
}

function describeTimeout({ region }: FailureContext): Failure {
  return {
    code: 'MODEL_TIMEOUT',
    message: `Bedrock in ${region} did not answer in time.`,
    hint: 'Check the connection and retry.',
    retryable: true,
  }
}

const lookupCodes = new Set(['ENOTFOUND', 'EAI_AGAIN'])

function isNetworks({ networkCode, message, name }: Fault): boolean {
  return networkCode !== undefined || name === 'TimeoutError' || /http\/?2/i.test(message)
}
