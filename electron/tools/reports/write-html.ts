import { createHash } from 'node:crypto'
import { cleanLines, cleanText } from './clean-text.ts'
import { describeSource } from './describe-source.ts'
import { formatInstant } from './format-instant.ts'
import type { Block, Inline, Report, ReportChart, ReportTable, Section } from './report.ts'
import { reportStyle } from './report-style.ts'

/**
 * A report as one HTML file that needs nothing else. Its own policy forbids scripts, addresses and every style but the
 * one it brings; charts are pictures in it, so that nothing inside one is part of the page.
 */
export function writeHtml(report: Report): string {
  const { title, madeAt, sections, sources } = report
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
<style>${reportStyle}</style>
</head>
<body>
<main>
<header>
<h1>${escapeHtml(title)}</h1>
<p class="origin">Made with Bedrock Analyst on ${formatInstant(madeAt)}</p>
</header>
${sections.length > 2 ? contents(sections) : ''}${sections.map(writeSection).join('\n')}
${sources.length === 0 ? '' : writeSources(report)}</main>
</body>
</html>
`
}

// Stops markup that found a way in all the same: it could run nothing and call nobody.
const styleHash = createHash('sha256').update(reportStyle).digest('base64')
const policy = `default-src 'none'; img-src data:; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'`

function escapeHtml(text: string): string {
  return escapeMarks(cleanText(text))
}

function escapeMarks(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`)
}

function contents(sections: readonly Section[]): string {
  const items = sections.map(({ heading }, at) => `<li><a href="#part-${at + 1}">${escapeHtml(heading)}</a></li>`)
  return `<nav aria-label="Contents"><ol>${items.join('')}</ol></nav>\n`
}

function writeSection({ heading, origin, blocks }: Section, at: number): string {
  return [
    `<section id="part-${at + 1}">`,
    `<h2>${escapeHtml(heading)}</h2>`,
    ...(origin === null ? [] : [`<p class="origin">${escapeHtml(origin)}</p>`]),
    writeBlocks(blocks),
    '</section>',
  ].join('\n')
}

function writeSources({ sources }: Report): string {
  const items = sources.map((source) => `<li>${escapeHtml(describeSource(source))}</li>`)
  return `<section id="sources">\n<h2>Sources</h2>\n<ul>${items.join('')}</ul>\n</section>\n`
}

function writeBlocks(blocks: readonly Block[]): string {
  return blocks.map(writeBlock).join('\n')
}

function writeBlock(block: Block): string {
  switch (block.kind) {
    case 'heading': {
      const tag = `h${Math.min(block.level + 2, 6)}`
      return `<${tag}>${writeInlines(block.children)}</${tag}>`
    }
    case 'paragraph':
      return `<p>${writeInlines(block.children)}</p>`
    case 'note':
      return `<p class="note">${escapeHtml(block.text)}</p>`
    case 'list': {
      const items = block.items.map((item) => `<li>${writeBlocks(item)}</li>`).join('')
      return block.start === null ? `<ul>${items}</ul>` : `<ol start="${Math.trunc(block.start)}">${items}</ol>`
    }
    case 'quote':
      return `<blockquote>${writeBlocks(block.blocks)}</blockquote>`
    case 'code':
      return `<pre tabindex="0"><code>${escapeMarks(cleanLines(block.text))}</code></pre>`
    case 'rule':
      return '<hr>'
    case 'table':
      return writeTable(block)
    case 'chart':
      return writeChart(block)
    case 'evidence':
      return `<details>\n<summary>${escapeHtml(block.summary)}</summary>\n${writeBlocks(block.blocks)}\n</details>`
  }
}

function writeTable({ columns, rows }: ReportTable): string {
  const align = (at: number) => (columns[at]?.isFigure === true ? ' class="figure"' : '')
  const head = columns.map(({ name }, at) => `<th scope="col"${align(at)}>${writeInlines(name)}</th>`).join('')
  const body = rows.map(
    (row) => `<tr>${row.map((cell, at) => `<td${align(at)}>${writeInlines(cell)}</td>`).join('')}</tr>`,
  )
  // Scrolls by itself, and with the keyboard.
  return `<div class="frame" role="region" aria-label="Table" tabindex="0"><table>
<thead><tr>${head}</tr></thead>
<tbody>
${body.join('\n')}
</tbody>
</table></div>`
}

function writeChart({ title, alt, svg }: ReportChart): string {
  if (svg === null)
    return `<p class="note">The chart “${escapeHtml(title)}” could not be drawn here. ${escapeHtml(alt)}</p>`
  const data = Buffer.from(svg).toString('base64')
  return `<figure><img src="data:image/svg+xml;base64,${data}" alt="${escapeHtml(alt)}"></figure>`
}

function writeInlines(inlines: readonly Inline[]): string {
  return inlines.map(writeInline).join('')
}

function writeInline(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
      return escapeHtml(inline.text)
    case 'code':
      return `<code>${escapeHtml(inline.text)}</code>`
    case 'strong':
      return `<strong>${writeInlines(inline.children)}</strong>`
    case 'emphasis':
      return `<em>${writeInlines(inline.children)}</em>`
    case 'struck':
      return `<s>${writeInlines(inline.children)}</s>`
    case 'break':
      return '<br>'
  }
}
