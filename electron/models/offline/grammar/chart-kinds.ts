export type ChartKind = 'bar' | 'line' | 'area' | 'scatter' | 'pie' | 'histogram'

/** Words that ask for a chart, and of which kind. `null` leaves it to what is drawn. Longer phrases win. */
export const chartWords: Readonly<Record<string, ChartKind | null>> = {
  'bar chart': 'bar',
  'column chart': 'bar',
  'bar graph': 'bar',
  bars: 'bar',
  'line chart': 'line',
  'line graph': 'line',
  'area chart': 'area',
  'pie chart': 'pie',
  chart: null,
  graph: null,
  plot: null,
  draw: null,
  visualize: null,
  visualise: null,
  diagram: null,
}
