import path from 'node:path'
import { XMLParser } from 'fast-xml-parser'
import type { DocumentFile, DocumentTable, OpenedDocument } from './opened-document.ts'
import { readArchive } from './read-archive.ts'
import { toDocumentTable } from './tables/to-document-table.ts'

/** One element as the parser gives it in order: `{ 'a:t': [children], ':@': {attributes} }`, or `{ '#text': … }`. */
type XmlNode = Readonly<Record<string, unknown>>

/** PowerPoint, slide by slide in the order they are shown, with the speaker's notes. */
export async function openPptx(file: DocumentFile): Promise<OpenedDocument> {
  const files = await readArchive(file, (name) => /^ppt\/.*\.(xml|rels)$/.test(name))
  const slides = slideOrder(files)
  const eachSlide = <Value>(read: (nodes: readonly XmlNode[], where: string) => readonly Value[]) =>
    slides.flatMap((slide, index) => read(parse(files, slide), `slide ${index + 1}`))
  return {
    format: 'PowerPoint',
    totalParts: slides.length,
    async part(number) {
      const slide = slides[number - 1]!
      const text = textOf(parse(files, slide)).trim()
      const notesFile = [...relations(files, slide).values()].find((target) => target.includes('/notesSlides/'))
      const notes = notesFile === undefined ? '' : textOf(parse(files, notesFile)).trim()
      const parts = [text === '' ? noText : text, ...(notes === '' ? [] : [`Notes: ${notes}`])]
      const isEmpty = text === '' && notes === '' ? ({ isEmpty: true } as const) : {}
      return { where: `slide ${number}`, text: parts.join('\n\n'), ...isEmpty }
    },
    async outline() {
      const headings = eachSlide((nodes, where) => titlesOf(nodes).map((text) => ({ level: 1, text, where })))
      return { headings, from: headings.length === 0 ? null : 'the titles of its slides' }
    },
    tables: async () => eachSlide((nodes, where) => tablesOf(nodes, where)),
  }
}

const noText = '[No text on this slide.]'

const parser = new XMLParser({ preserveOrder: true, ignoreAttributes: false, trimValues: false, parseTagValue: false })

function parse(files: ReadonlyMap<string, Buffer>, name: string): readonly XmlNode[] {
  const xml = files.get(name)?.toString('utf8') ?? ''
  // Office never writes one; entities declared in it could grow without bound.
  if (xml.includes('<!DOCTYPE')) throw new Error(`${name} has a document type declaration`)
  return parser.parse(xml) as readonly XmlNode[]
}

function slideOrder(files: ReadonlyMap<string, Buffer>): readonly string[] {
  const presentation = 'ppt/presentation.xml'
  const targets = relations(files, presentation)
  return elements(parse(files, presentation), 'p:sldId').map((slide) => {
    const target = targets.get(attribute(slide, 'r:id'))
    if (target === undefined || !files.has(target)) throw new Error('a slide is missing')
    return target
  })
}

/** Targets by id, from the `.rels` beside a part. */
function relations(files: ReadonlyMap<string, Buffer>, part: string): ReadonlyMap<string, string> {
  const { dir, base } = path.posix.parse(part)
  const found = elements(parse(files, `${dir}/_rels/${base}.rels`), 'Relationship')
  return new Map(
    found.map((each) => {
      const target = attribute(each, 'Target')
      return [attribute(each, 'Id'), target.startsWith('/') ? target.slice(1) : path.posix.join(dir, target)]
    }),
  )
}

function elements(nodes: readonly XmlNode[], name: string): readonly XmlNode[] {
  return nodes.flatMap((node) => [...(name in node ? [node] : []), ...elements(childrenOf(node), name)])
}

function attribute(node: XmlNode, name: string): string {
  const attributes = node[':@'] as Readonly<Record<string, unknown>> | undefined
  return asText(attributes?.[`@_${name}`])
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** What stands in the shapes that are made for a title. */
function titlesOf(slide: readonly XmlNode[]): readonly string[] {
  return elements(slide, 'p:sp').flatMap((shape) => {
    const isTitle = elements([shape], 'p:ph').some((place) => /^(ctrT|t)itle$/.test(attribute(place, 'type')))
    const text = isTitle ? textOf([shape]).replaceAll(/\s+/g, ' ').trim() : ''
    return text === '' ? [] : [text]
  })
}

/** Tables of a slide. A cell that another one covers holds nothing. */
function tablesOf(slide: readonly XmlNode[], where: string): readonly DocumentTable[] {
  return elements(slide, 'a:tbl').flatMap((table, index) => {
    const cells = elements([table], 'a:tr').map((row) =>
      elements([row], 'a:tc').map((cell) => textOf([cell]).replace(/ \| $/, '')),
    )
    const isMarked = elements([table], 'a:tblPr').some((properties) => attribute(properties, 'firstRow') === '1')
    const headerRows = isMarked ? 1 : null
    return toDocumentTable({ name: `${where} table ${index + 1}`, where, cells, headerRows }) ?? []
  })
}

/** Paragraphs as lines, table rows as cells between bars. */
function textOf(nodes: readonly XmlNode[]): string {
  return nodes.map(nodeText).join('')
}

function nodeText(node: XmlNode): string {
  const inner = () => textOf(childrenOf(node))
  switch (tagOf(node)) {
    case '#text':
      return ''
    case 'a:t':
      return childrenOf(node)
        .map((child) => asText(child['#text']))
        .join('')
    case 'a:br':
      return '\n'
    case 'a:tc':
      return `${inner()
        .trim()
        .replace(/\s*\n\s*/g, ' ')} | `
    case 'a:tr':
      return `| ${inner().trimEnd()}\n`
    case 'a:p':
      return `${inner()}\n`
    default:
      return inner()
  }
}

function tagOf(node: XmlNode): string {
  return Object.keys(node).find((key) => key !== ':@') ?? ''
}

function childrenOf(node: XmlNode): readonly XmlNode[] {
  const children = node[tagOf(node)]
  return Array.isArray(children) ? (children as readonly XmlNode[]) : []
}
