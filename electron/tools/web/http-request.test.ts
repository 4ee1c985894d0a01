import { expect, test } from 'vitest'
import type { GuardedFetch, GuardedResponse } from '../../sandbox/guarded-fetch.ts'
import { createGuardedFetch } from '../../sandbox/create-guarded-fetch.ts'
import type { FileScope } from '../../sandbox/file-scope.ts'
import { createToolContext } from '../files/tool-context.fixture.ts'
import type { ToolAnswer, ToolContext } from '../tool.ts'
import { httpRequest } from './http-request.ts'

async function send(input: unknown, fetch: GuardedFetch): Promise<ToolAnswer> {
  const context = createToolContext({} as FileScope, { fetch })
  const steps = httpRequest.run(httpRequest.input.parse(input), context, await httpRequest.load())
  for (;;) {
    const step = await steps.next()
    if (step.done) return step.value
  }
}

function answering(response: Partial<GuardedResponse>): GuardedFetch {
  return async (url) => ({
    status: 200,
    headers: {},
    body: Buffer.alloc(0),
    isTruncated: false,
    finalUrl: url,
    ...response,
  })
}

async function textOf(response: Partial<GuardedResponse>): Promise<string> {
  const { content } = await send({ url: 'https://example.com/a' }, answering(response))
  return content[0]?.type === 'text' ? content[0].text : ''
}

const html = { 'content-type': 'text/html; charset=utf-8' }

test('turns a page into Markdown with whole links and tables, without scripts and pictures', async () => {
  const body = Buffer.from(`<!doctype html><html><head><title>Prices</title><style>p{}</style></head><body>
    <h2>Fruit</h2><script>steal()</script><p>See <a href="/list?a=b">the <b>list</b></a>. <img src="//evil/x.png" alt="an apple"></p>
    <table><tr><th>Name</th><th>Price</th></tr><tr><td>Apple | red</td><td>1</td></tr></table>
    <ul><li>one</li></ul><pre><code>let a = 1</code></pre></body></html>`)
  expect(await textOf({ headers: html, body })).toBe(
    [
      'Status: 200',
      'content-type: text/html; charset=utf-8',
      '',
      '# Prices',
      '',
      '## Fruit',
      '',
      'See [the **list**](https://example.com/list?a=b). an apple',
      '',
      '| Name | Price |',
      '| --- | --- |',
      '| Apple \\| red | 1 |',
      '',
      '-   one',
      '',
      '```',
      'let a = 1',
      '```',
    ].join('\n'),
  )
})

test.each([
  '',
  '<',
  '<p>cut off <b>in the',
  '<table></table>',
  '<table><tr><td><table><tr><td>x',
  'no tags',
  '\uFEFF<html>',
])('reads the page %j without failing', async (page) => {
  expect(await textOf({ headers: html, body: Buffer.from(page) })).toMatch(/^Status: 200/)
})

test('shows text in its own character set', async () => {
  const body = Buffer.from([0x67, 0x72, 0xfc, 0xdf, 0x65])
  expect(await textOf({ headers: { 'content-type': 'text/plain; charset=iso-8859-1' }, body })).toContain('grüße')
})

test('names a binary body and does not show it', async () => {
  const body = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2])
  expect(await textOf({ headers: { 'content-type': 'image/png' }, body })).toBe(
    'Status: 200\ncontent-type: image/png\n\n(The body is not text: image/png, 7 bytes. It is not shown.)',
  )
  expect(await textOf({ headers: {}, body })).toContain('not text')
})

test('cuts a long body and says so', async () => {
  const text = await textOf({ headers: { 'content-type': 'text/plain' }, body: Buffer.from('x'.repeat(100_000)) })
  expect([text.length < 61_000, text.endsWith('(The rest is cut: the body is longer.)')]).toEqual([true, true])
})

test('says where it was redirected, and marks an error status', async () => {
  const answer = await send(
    { url: 'https://example.com/a' },
    answering({ status: 404, finalUrl: 'https://other.example/b', body: Buffer.from('gone') }),
  )
  expect(answer).toMatchObject({
    isError: true,
    content: [{ text: 'Status: 404\nRedirected to: https://other.example/b\n\ngone' }],
  })
})

test('hands method, headers and body on as they are', async () => {
  const asked: unknown[] = []
  await send({ method: 'POST', url: 'https://example.com/', headers: { a: 'b' }, body: '{}' }, async (url, options) => {
    asked.push(url, options.method, options.headers, options.body, options.maxBytes)
    return { status: 200, headers: {}, body: Buffer.alloc(0), isTruncated: false, finalUrl: url }
  })
  expect(asked).toEqual(['https://example.com/', 'POST', { a: 'b' }, '{}', 2_000_000])
})

test('cannot reach this machine', async () => {
  await expect(send({ url: 'http://127.0.0.1:8080/' }, createGuardedFetch())).rejects.toMatchObject({
    code: 'ADDRESS_NOT_ALLOWED',
  })
})

test('names its target exactly, and shows the address decoded but for what would change its parts', async () => {
  const input = httpRequest.input.parse({ url: 'https://Example.com/caf%C3%A9?q=gr%C3%BC%C3%9Fe%26more#x' })
  const context = {} as ToolContext
  expect(await httpRequest.targets(input, context)).toEqual([
    { kind: 'url', method: 'GET', url: 'https://example.com/caf%C3%A9?q=gr%C3%BC%C3%9Fe%26more#x' },
  ])
  expect(await httpRequest.preview?.(input, context)).toEqual({
    kind: 'request',
    method: 'GET',
    url: 'https://example.com/café?q=grüße%26more#x',
    headers: {},
    body: null,
  })
})

test('declares that every request, a GET too, may carry something out', () => {
  expect(httpRequest.powers).toEqual({ reads: ['network'], writes: ['network'], output: 'foreign', isUndoable: false })
})
