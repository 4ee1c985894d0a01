import { client } from '../bridge/client.ts'

/** Opens a web address outside the app, after the person saw and confirmed it. */
export async function openLink(url: string): Promise<void> {
  await client().request('link.open', { url })
}
