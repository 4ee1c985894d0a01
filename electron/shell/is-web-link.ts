/** Whether the system's browser may be given `url`: other schemes start programs (`file:`, `smb:`, `ms-msdt:`). */
export function isWebLink(url: string): boolean {
  const protocol = URL.parse(url)?.protocol
  return protocol === 'https:' || protocol === 'http:'
}
