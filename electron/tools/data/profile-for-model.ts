import type { Distribution, TableProfile } from '../../../shared/tool-results.ts'

type Table = TableProfile['tables'][number]

/** What distributions may add to a profile, in characters of JSON: two thousand columns have too many to be read. */
const maxCharacters = 6000
/** A list of so few values is whole, and says what a condition can ask for. */
const maxListed = 10
const digits = 5

/**
 * A profile as a model is shown it. Histograms are for eyes; values are listed where the list is whole; figures are
 * rounded. Later columns go without when there are very many.
 */
export function profileForModel(profile: TableProfile): TableProfile {
  let left = maxCharacters
  const withRoom = (column: Table['columns'][number]) => {
    const { distribution, ...rest } = column
    const short = distribution === undefined ? undefined : shorten(distribution, column.distinct)
    if (short === undefined) return rest
    left -= JSON.stringify(short).length
    return left < 0 ? rest : { ...rest, distribution: short }
  }
  return { ...profile, tables: profile.tables.map((table) => ({ ...table, columns: table.columns.map(withRoom) })) }
}

function shorten(distribution: Distribution, distinct: number): Distribution | undefined {
  switch (distribution.kind) {
    case 'figures': {
      const { histogram: _drawn, standardDeviation, ...figures } = distribution
      return {
        ...figures,
        mean: round(figures.mean),
        standardDeviation: standardDeviation === null ? null : round(standardDeviation),
        lowerQuartile: round(figures.lowerQuartile),
        median: round(figures.median),
        upperQuartile: round(figures.upperQuartile),
      }
    }
    case 'times':
      return undefined
    case 'values':
      return distinct <= maxListed && distribution.common.length > 0 ? distribution : undefined
  }
}

function round(figure: number): number {
  return Number(figure.toPrecision(digits))
}
