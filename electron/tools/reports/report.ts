/**
 * A report as it will be written, whatever the format. It holds text and never markup: each writer escapes what it
 * writes, so nothing in it can become more than text.
 */
export type Report = {
  readonly title: string
  /** Milliseconds since the epoch. */
  readonly madeAt: number
  readonly sections: readonly Section[]
  readonly sources: readonly Source[]
}

export type Section = {
  readonly heading: string
  /** When it was asked and who answered, in words; null for a section written for the report. */
  readonly origin: string | null
  readonly blocks: readonly Block[]
}

/** A file behind the report, as it is when the report is made; null for one that is no longer there. */
export type Source = {
  readonly path: string
  readonly file: { readonly bytes: number; readonly modified: string } | null
  /** What of it was cited: "page 3". */
  readonly cited: readonly string[]
}

export type Block =
  /** `level` 1 is right below the section's own heading. */
  | { readonly kind: 'heading'; readonly level: number; readonly children: readonly Inline[] }
  | { readonly kind: 'paragraph'; readonly children: readonly Inline[] }
  /** Said by the report itself: what was left out and why. */
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'list'; readonly start: number | null; readonly items: readonly (readonly Block[])[] }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | { readonly kind: 'code'; readonly text: string; readonly language: string }
  | { readonly kind: 'rule' }
  | ReportTable
  | ReportChart
  /** How an answer was worked out, for who wants to know. */
  | { readonly kind: 'evidence'; readonly summary: string; readonly blocks: readonly Block[] }

export type ReportTable = {
  readonly kind: 'table'
  readonly columns: readonly { readonly name: readonly Inline[]; readonly isFigure: boolean }[]
  readonly rows: readonly (readonly (readonly Inline[])[])[]
}

export type ReportChart = {
  readonly kind: 'chart'
  /** Its place among the report's charts, from 1. */
  readonly number: number
  readonly title: string
  readonly alt: string
  /** null where only its words are wanted, or it could not be drawn. */
  readonly svg: string | null
}

export type Inline =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis' | 'struck'; readonly children: readonly Inline[] }
  | { readonly kind: 'break' }

export function plain(text: string): readonly Inline[] {
  return [{ kind: 'text', text }]
}

/** All text of inlines, without its marks. */
export function inlineText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      switch (inline.kind) {
        case 'text':
        case 'code':
          return inline.text
        case 'break':
          return ' '
        case 'strong':
        case 'emphasis':
        case 'struck':
          return inlineText(inline.children)
      }
    })
    .join('')
}
