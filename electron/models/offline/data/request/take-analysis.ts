import type { PhraseOf, RequestReading } from './request-reading.ts'

/** "share", "change", "running total": what is done with a figure. */
export function takeAnalysis(
  analysis: PhraseOf<'analysis'>['analysis'],
  { draft, collected }: Pick<RequestReading, 'draft' | 'collected'>,
): void {
  draft.mode = 'measure'
  switch (analysis) {
    case 'outlier':
      draft.outliers = collected.takeNegation() ? 'left-out' : 'wanted'
      return
    case 'share':
      draft.request.analysis = { kind: 'share', part: [] }
      return
    case 'change':
      draft.request.analysis = { kind: 'change', between: null, isUnsigned: false }
      return
    case 'difference':
      draft.request.analysis = { kind: 'change', between: null, isUnsigned: true }
      return
    case 'running-total':
    case 'place':
    case 'duplicates':
      draft.request.analysis = { kind: analysis }
  }
}
