import ipaddr from 'ipaddr.js'

/**
 * Whether an IP address belongs to a host on the public internet. Anything that is not plainly so is refused: this
 * machine, its networks, a cloud's metadata service, documentation and reserved ranges, and IPv6 forms that carry
 * such an IPv4 address inside.
 *
 * Pure. `address` is a literal without brackets; what does not parse is not public. Ranges: IANA's special-purpose
 * address registries for IPv4 and IPv6, as ipaddr.js 2.5 names them.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address) || address.includes('%')) return false
  const parsed = ipaddr.parse(address)
  return parsed.kind() === 'ipv4' ? isPublicIPv4(parsed as ipaddr.IPv4) : isPublicIPv6(parsed as ipaddr.IPv6)
}

/** Azure's metadata and DNS service answers on an address that looks like any other host's. */
const azureHost = '168.63.129.16'

function isPublicIPv4(address: ipaddr.IPv4): boolean {
  return address.range() === 'unicast' && address.toString() !== azureHost
}

/** Only 2000::/3 is handed out for public use; the rest of IPv6 is special or unassigned. */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3')
const nat64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96')

function isPublicIPv6(address: ipaddr.IPv6): boolean {
  if (address.isIPv4MappedAddress()) return isPublicIPv4(address.toIPv4Address())
  // On networks without IPv4 the resolver itself makes these, so they are judged by what they lead to.
  if (address.match(nat64)) return isPublicIPv4(new ipaddr.IPv4(address.toByteArray().slice(12)))
  return address.match(globalUnicast) && address.range() === 'unicast'
}
