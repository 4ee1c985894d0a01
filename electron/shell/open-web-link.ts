import { AppError } from '../../shared/errors.ts'

/**
 * Gives `url` to `open` if it is a web address, else throws `INVALID_REQUEST`. Other schemes start programs (`file:`,
 * `smb:`, `ms-msdt:`); this is the last line before the system does.
 */
export async function openWebLink(url: string, open: (url: string) => Promise<void>): Promise<void> {
  const protocol = URL.parse(url)?.protocol
  if (protocol !== 'https:' && protocol !== 'http:')
    throw new AppError('INVALID_REQUEST', 'Only web links can be opened.', {
      hint: 'Copy the address if you need it elsewhere.',
    })
  await open(url)
}
