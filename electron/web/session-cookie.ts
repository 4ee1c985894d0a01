/** Cookies are shared by all ports of a host: the port in the name keeps two instances apart. */
export function cookieName(port: number): string {
  return `bedrock-analyst-${port}`
}

/** The value of this instance's cookie in a `Cookie` header. */
export function sessionCookie(header: string | undefined, port: number): string | undefined {
  const prefix = `${cookieName(port)}=`
  return header
    ?.split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(prefix))
    ?.slice(prefix.length)
}
