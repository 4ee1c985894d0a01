import { expect, it } from 'vitest'
import { openWebLink } from './open-web-link.ts'

it.each(['https://aws.amazon.com/', 'HTTP://example.com'])('opens %s', async (url) => {
  const opened: string[] = []
  await openWebLink(url, async (link) => void opened.push(link))
  expect(opened).toEqual([url])
})

it.each(['file:///etc/passwd', 'javascript:alert(1)', 'smb://server/share', 'ms-msdt:/id', ' ', ''])(
  'refuses “%s”',
  async (url) => {
    const opened: string[] = []
    await expect(openWebLink(url, async (link) => void opened.push(link))).rejects.toThrow('Only web links')
    expect(opened).toEqual([])
  },
)
