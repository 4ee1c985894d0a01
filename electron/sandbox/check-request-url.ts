import { AppError } from '../../shared/errors.ts'

/**
 * The parsed address of a request, if it is of a kind that may leave: http(s), no name or password in it, a usual
 * port. Says nothing of where the host leads; `resolvePublicAddresses` does. Throws `ADDRESS_NOT_ALLOWED`.
 */
export function checkRequestUrl(text: string, base?: URL): URL {
  const url = URL.parse(text, base?.href)
  if (url === null) {
    throw refused(`"${text}" is not a web address.`, 'Give a whole address, such as https://example.com/page.')
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw refused(`Addresses that start with ${url.protocol} are not allowed.`, 'Only http and https are.')
  }
  // A name in the address is sent to the host and read by people as the host: https://bank.example@evil.example.
  if (url.username !== '' || url.password !== '') {
    throw refused(
      `The address of ${url.host} carries a user name or password.`,
      'Leave it out, or send an Authorization header.',
    )
  }
  // Mail, DNS and other services below 1024 can be made to obey lines hidden in an HTTP request.
  if (url.port !== '' && !isUsualPort(Number(url.port))) {
    throw refused(`Port ${url.port} of ${url.hostname} is not a web server's.`, 'Use 80, 443 or one above 1023.')
  }
  url.hash = ''
  return url
}

function isUsualPort(port: number): boolean {
  return port === 80 || port === 443 || port >= 1024
}

function refused(message: string, hint: string): AppError {
  return new AppError('ADDRESS_NOT_ALLOWED', message, { hint })
}
