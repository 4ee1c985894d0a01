import type { Heading } from '../opened-document.ts'

/** What is used of pdf.js: its own types need the browser's. */
export type PdfOutline = {
  getOutline(): Promise<readonly OutlineNode[] | null>
  getDestination(name: string): Promise<readonly unknown[] | null>
  getPageIndex(reference: never): Promise<number>
}

type OutlineNode = { readonly title: string; readonly dest: unknown; readonly items: readonly OutlineNode[] }

const maxHeadings = 1000
const maxLevels = 6

/** The outline a PDF brings along, with the pages it points to; empty when it has none. A broken entry is left out. */
export async function readOutline(pdf: PdfOutline): Promise<Heading[]> {
  const headings: Heading[] = []
  const read = async (nodes: readonly OutlineNode[], level: number): Promise<void> => {
    for (const { title, dest, items } of nodes) {
      if (headings.length === maxHeadings) return
      const page = await pageOf(pdf, dest)
      const text = title.replaceAll(/\s+/g, ' ').trim()
      if (page !== null && text !== '') headings.push({ level, text, where: `page ${page}` })
      if (level < maxLevels) await read(items, level + 1)
    }
  }
  await read((await pdf.getOutline()) ?? [], 1)
  return headings
}

async function pageOf(pdf: PdfOutline, dest: unknown): Promise<number | null> {
  const target = typeof dest === 'string' ? await pdf.getDestination(dest) : dest
  const [page] = Array.isArray(target) ? (target as readonly unknown[]) : []
  if (typeof page === 'number') return page + 1
  if (typeof page !== 'object' || page === null) return null
  // A reference to no page is the file's mistake, not ours.
  return pdf.getPageIndex(page as never).then(
    (index) => index + 1,
    () => null,
  )
}
