/** The charts there are, as tools are asked for them. */
export const chartKinds = [
  'bar',
  'grouped-bar',
  'stacked-bar',
  'line',
  'area',
  'scatter',
  'pie',
  'histogram',
  'box',
  'heat-map',
] as const
export type ChartKind = (typeof chartKinds)[number]
