import { cleanLines, cleanText } from './clean-text.ts'
import { describeSource } from './describe-source.ts'
import { formatInstant } from './format-instant.ts'
import { plain, type Block, type Inline, type Report, type ReportChart, type ReportTable } from './report.ts'

/** Where a chart's picture stands beside the file; null writes the chart's words only. */
export type ChartFile = (chart: ReportChart) => string | null

/** A report as Markdown. What is data in it stays text: no markup, no link and no line of its own comes of it. */
export function writeMarkdown({ title, madeAt, sections, sources }: Report, chartFile: ChartFile): string {
  const write = (blocks: readonly Block[]) => writeBlocks(blocks, chartFile)
  const parts = [
    `# ${escapeMarkdown(title)}`,
    `*Made with Bedrock Analyst on ${formatInstant(madeAt)}*`,
    ...sections.flatMap(({ heading, origin, blocks }) => [
      `## ${escapeMarkdown(heading)}`,
      ...(origin === null ? [] : [`*${escapeMarkdown(origin)}*`]),
      write(blocks),
    ]),
    ...(sources.length === 0
      ? []
      : ['## Sources', sources.map((source) => `- ${escapeMarkdown(describeSource(source))}`).join('\n')]),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

/** What could open markup anywhere in a line, and the colon that would make a bare address a link. */
function escapeMarkdown(text: string): string {
  return cleanText(text)
    .replaceAll(/[\\`*_{}[\]<>|~$#&]/g, '\\$&')
    .replaceAll(/\b(https?|ftp|mailto):/gi, '$1\\:')
    .replaceAll(/\bwww\./gi, 'www\\.')
}

function writeBlocks(blocks: readonly Block[], chartFile: ChartFile): string {
  return blocks.map((block) => writeBlock(block, chartFile)).join('\n\n')
}

function writeBlock(block: Block, chartFile: ChartFile): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(Math.min(block.level + 2, 6))} ${writeInlines(block.children)}`
    case 'paragraph':
      return writeParagraph(block.children)
    case 'note':
      return `*${escapeMarkdown(block.text.trim())}*`
    case 'list':
      return writeList(block, chartFile)
    case 'quote':
      return prefixed(writeBlocks(block.blocks, chartFile), '> ')
    case 'code':
      return writeCode(cleanLines(block.text), block.language)
    case 'rule':
      return '---'
    case 'table':
      return writeTable(block)
    case 'chart':
      return writeChart(block, chartFile(block))
    case 'evidence':
      return [`*${escapeMarkdown(block.summary)}*`, writeBlocks(block.blocks, chartFile)].join('\n\n')
  }
}

/** A paragraph that begins like an item of a list stays a paragraph. */
function writeParagraph(children: readonly Inline[]): string {
  return writeInlines(children)
    .trim()
    .replace(/^(\d*)([-+=.)])/, '$1\\$2')
}

function writeList({ start, items }: Extract<Block, { kind: 'list' }>, chartFile: ChartFile): string {
  return items
    .map((item, at) => {
      const mark = start === null ? '- ' : `${Math.trunc(start) + at}. `
      return mark + prefixed(writeBlocks(item, chartFile), ' '.repeat(mark.length)).trimStart()
    })
    .join('\n')
}

function prefixed(text: string, prefix: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? prefix.trimEnd() : prefix + line))
    .join('\n')
}

/** With a fence its content cannot close. */
function writeCode(text: string, language: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language}\n${text}\n${fence}`
}

function writeTable({ columns, rows }: ReportTable): string {
  const line = (cells: readonly (readonly Inline[])[]) => `| ${cells.map(writeInlines).join(' | ')} |`
  return [
    line(columns.map(({ name }) => name)),
    `| ${columns.map(({ isFigure }) => (isFigure ? '---:' : '---')).join(' | ')} |`,
    ...rows.map(line),
  ].join('\n')
}

function writeChart({ title, alt, svg }: ReportChart, file: string | null): string {
  const words = `${title === '' || alt.startsWith(title) ? '' : `${title}: `}${alt}`
  if (file !== null && svg !== null) return `![${escapeMarkdown(words)}](<${encodeURI(file)}>)`
  return `*Chart: ${escapeMarkdown(words)}*`
}

function writeInlines(inlines: readonly Inline[]): string {
  return inlines.map(writeInline).join('')
}

function writeInline(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
      return escapeMarkdown(inline.text)
    case 'code':
      return writeCodeSpan(cleanText(inline.text))
    case 'strong':
      return around('**', inline.children)
    case 'emphasis':
      return around('*', inline.children)
    case 'struck':
      return around('~~', inline.children)
    case 'break':
      return ' '
  }
}

/** Marks hold only right at a word. */
function around(mark: string, children: readonly Inline[]): string {
  const text = writeInlines(children).trim()
  return text === '' ? '' : `${mark}${text}${mark}`
}

/** Code that a table or a run of its own marks would end is written as text. */
function writeCodeSpan(text: string): string {
  return /[`|]/.test(text) || text.trim() === '' ? writeInlines(plain(text)) : `\`${text}\``
}
