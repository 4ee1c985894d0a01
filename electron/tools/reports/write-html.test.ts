import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { parseHTML } from 'linkedom'
import { describe, expect, test } from 'vitest'
import { plain, type Block, type Report } from './report.ts'
import { writeHtml } from './write-html.ts'
import { writeMarkdown } from './write-markdown.ts'

function reportOf(...blocks: readonly Block[]): Report {
  return { title: 'Sales', madeAt: 0, sections: [{ heading: 'Total', origin: 'Asked', blocks }], sources: [] }
}

/** The same words in every place of a report that takes words. */
function reportEverywhere(text: string): Report {
  const cells = [plain(text)]
  const words: readonly Block[] = [
    { kind: 'heading', level: 1, children: plain(text) },
    {
      kind: 'paragraph',
      children: [...plain(text), { kind: 'strong', children: plain(text) }, { kind: 'code', text }],
    },
    { kind: 'note', text },
    { kind: 'code', text, language: 'sql' },
    { kind: 'table', columns: [{ name: plain(text), isFigure: false }], rows: [cells] },
    { kind: 'chart', number: 1, title: text, alt: text, svg: null },
    { kind: 'chart', number: 2, title: text, alt: text, svg: `<svg><text>${text}</text></svg>` },
  ]
  return {
    title: text,
    madeAt: 0,
    sections: [
      {
        heading: text,
        origin: text,
        blocks: [
          ...words,
          { kind: 'list', start: null, items: [words] },
          { kind: 'quote', blocks: words },
          { kind: 'evidence', summary: text, blocks: words },
        ],
      },
    ],
    sources: [{ path: text, file: null, cited: [text] }],
  }
}

const hostile = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  '</style><script>alert(1)</script>',
  '</code></pre><iframe src="https://evil.example">',
  '</details></main><meta http-equiv="refresh" content="0;url=https://evil.example">',
  '<!--',
  ']]>',
  '<a href="javascript:alert(1)">x</a>',
  '<link rel=stylesheet href=//evil.example>',
  '&lt;script&gt;',
  '\u0000<script>\u0000',
  '</title><script>alert(1)</script>',
]

describe('nothing in the data becomes markup of the page', () => {
  const shapeOf = (text: string) => elementsOf(writeHtml(reportEverywhere(text)))
  const harmless = shapeOf('harmless')

  test.each(hostile)('%j', (text) => {
    expect(shapeOf(text)).toEqual(harmless)
  })

  test('whatever it is', () => {
    const unit = fc.constantFrom(...'ab<>"\'&/=!-;# \n'.split(''), 'script', 'onload', '<!--', '-->', '&#', '</')
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 20 }), (text) => {
        expect(shapeOf(`x${text}`)).toEqual(harmless)
      }),
    )
  })

  test('and the words are there as they were', () => {
    const { document } = parseHTML(writeHtml(reportEverywhere('<b>a</b> & "b" &amp;')))
    expect(document.querySelector('td')?.textContent).toBe('<b>a</b> & "b" &amp;')
    expect(document.querySelector('title')?.textContent).toBe('<b>a</b> & "b" &amp;')
    expect(document.querySelector('img')?.getAttribute('alt')).toBe('<b>a</b> & "b" &amp;')
  })
})

test('the page may run nothing, load nothing, and is styled by its own style only', () => {
  const { document } = parseHTML(writeHtml(reportEverywhere('x')))
  const policy = document.querySelector('meta[http-equiv]')?.getAttribute('content') ?? ''
  const style = document.querySelector('style')?.textContent ?? ''
  const hash = createHash('sha256').update(style).digest('base64')
  expect(policy).toBe(
    `default-src 'none'; img-src data:; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
  )
  const addresses = [...document.querySelectorAll('[src], [href]')].map(
    (element) => element.getAttribute('src') ?? element.getAttribute('href') ?? '',
  )
  expect(addresses.length).toBeGreaterThan(0)
  for (const address of addresses) expect(address).toMatch(/^(data:image\/svg\+xml;base64,|#)/)
})

test('hidden characters and changes of direction are left out', () => {
  const html = writeHtml(reportOf({ kind: 'paragraph', children: plain('a\u202eb\u200bc\u0007d') }))
  expect(html).toContain('<p>a b c d</p>')
})

test('a picture holds the chart, its words stand beside it', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"/>'
  const { document } = parseHTML(writeHtml(reportOf({ kind: 'chart', number: 1, title: 't', alt: 'bars', svg })))
  const source = document.querySelector('img')?.getAttribute('src') ?? ''
  expect(Buffer.from(source.split(',')[1] ?? '', 'base64').toString()).toBe(svg)
  expect(document.querySelector('img')?.getAttribute('alt')).toBe('bars')
})

test('a chart in Markdown is a file beside it, named exactly', () => {
  const chart = { kind: 'chart', number: 1, title: 'T', alt: 'T: bars', svg: '<svg/>' } as const
  expect(writeMarkdown(reportOf(chart), () => 'my report-chart-1.svg')).toContain(
    '![T: bars](<my%20report-chart-1.svg>)',
  )
  expect(writeMarkdown(reportOf({ ...chart, svg: null }), () => 'x.svg')).toContain('*Chart: T: bars*')
})

test('a cell of a Markdown table stays one cell', () => {
  const table: Block = {
    kind: 'table',
    columns: [{ name: plain('a|b'), isFigure: true }],
    rows: [[plain('x|y\n| z |')], [[{ kind: 'code', text: 'p|q' }]]],
  }
  expect(writeMarkdown(reportOf(table), () => null)).toContain('| a\\|b |\n| ---: |\n| x\\|y \\| z \\| |\n| p\\|q |')
})

test('a code block in Markdown cannot be closed by what it holds', () => {
  const text = '```\n<script>\n````'
  expect(writeMarkdown(reportOf({ kind: 'code', text, language: '' }), () => null)).toContain(
    `\`\`\`\`\`\n${text}\n\`\`\`\`\``,
  )
})

function elementsOf(html: string): readonly string[] {
  const { document } = parseHTML(html)
  return [...document.querySelectorAll('*')].map(
    (element) => `${element.tagName} ${[...element.attributes].map(({ name }) => name).join(' ')}`,
  )
}
