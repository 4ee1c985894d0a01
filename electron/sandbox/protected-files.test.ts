import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { whyProtected } from './protected-files.ts'

const secrets = [
  '/w/.env',
  '/w/.env.production',
  '/w/.envrc',
  '/w/prod.env',
  '/w/.ENV',
  '/w/.e\u200Cnv',
  '/w/.env.',
  '/w/.env:stream',
  'C:\\w\\.env::$DATA',
  '/w/.env (deleted)',
  '/w/id_rsa',
  '/w/id_ed25519_sk',
  '/w/id_rsa (deleted)',
  '/w/server.pem',
  '/w/tls.key',
  '/w/vault.kdbx',
  '/w/.netrc',
  '/w/.npmrc',
  '/w/.git-credentials',
  '/w/Login Data',
  '/w/key4.db',
  '/home/ann/.aws/credentials',
  '/home/ann/.aws',
  '/home/ann/.ssh/config',
  '/home/ann/.gnupg/pubring.kbx',
  '/home/ann/.config/gcloud/credentials.db',
  '/home/ann/.config/google-chrome/Default/Cookies',
  '/home/ann/.mozilla/firefox/x/logins.json',
  '/Users/ann/Library/Keychains/login.keychain-db',
  '/Users/ann/Library/Application Support/Google/Chrome/Default/History',
  'C:\\Users\\Ann\\AppData\\Local\\Google\\Chrome\\User Data\\Default\\History',
  'C:\\Users\\Ann\\AppData\\Roaming\\Microsoft\\Credentials\\x',
]
const harmless = [
  '/w/sales.csv',
  '/w/environment.md',
  '/w/keynote.md',
  '/w/id_rsa.pub',
  '/w/keys.txt',
  '/w/report: final.md',
  '/w/aws/readme.md',
  '/data/library/cookies/recipe.txt',
  '/w/.gitignore',
]
const startingPrograms = [
  '/w/.git/hooks/pre-commit',
  '/w/.git/config',
  '/w/.bashrc',
  '/w/.zshenv',
  '/w/.bash_profile',
  '/w/.profile',
  '/w/.vscode/tasks.json',
  '/w/.mcp.json',
  '/w/.husky/pre-commit',
]

describe('protected files', () => {
  test.each(secrets)('%j is never read or written', (path) => {
    expect([whyProtected(path, 'reading'), whyProtected(path, 'writing')]).not.toContain(undefined)
  })

  test.each(harmless)('%j may be read and written', (path) => {
    expect([whyProtected(path, 'reading'), whyProtected(path, 'writing')]).toEqual([undefined, undefined])
  })

  test.each(startingPrograms)('%j may be read, but not written', (path) => {
    expect(whyProtected(path, 'reading')).toBeUndefined()
    expect(whyProtected(path, 'writing')).toContain('start programs')
  })

  test('no mixture of letter case and invisible characters opens a secret', () => {
    const disguise = fc.constantFrom('', '\u200B', '\u200D', '\u00AD', '\uFEFF')
    const letters = (name: string) =>
      fc
        .tuple(...Array.from(name, (letter) => fc.tuple(fc.constantFrom(letter, letter.toUpperCase()), disguise)))
        .map((parts) => parts.flat().join(''))
    const name = fc.constantFrom('.env', 'id_rsa', '.netrc', 'a.pem').chain(letters)
    fc.assert(fc.property(name, (disguised) => whyProtected(`/w/${disguised}`, 'reading') !== undefined))
  })
})
