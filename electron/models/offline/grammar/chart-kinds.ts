export type ChartKind =
  | 'bar'
  | 'grouped-bar'
  | 'stacked-bar'
  | 'line'
  | 'area'
  | 'scatter'
  | 'pie'
  | 'histogram'
  | 'box'
  | 'heat-map'

/** Words that ask for a chart, and of which kind. `null` leaves it to what is drawn. Longer phrases win. */
export const chartWords: Readonly<Record<string, ChartKind | null>> = {
  'bar chart': 'bar',
  'column chart': 'bar',
  'bar graph': 'bar',
  'bar plot': 'bar',
  barplot: 'bar',
  bars: 'bar',
  'grouped bar chart': 'grouped-bar',
  'grouped bars': 'grouped-bar',
  'clustered bar chart': 'grouped-bar',
  'stacked bar chart': 'stacked-bar',
  'stacked bars': 'stacked-bar',
  'stacked chart': 'stacked-bar',
  stacked: 'stacked-bar',
  'line chart': 'line',
  'as a line': 'line',
  'as lines': 'line',
  'as a bar': 'bar',
  'as bars': 'bar',
  'as an area': 'area',
  'line graph': 'line',
  'line plot': 'line',
  'area chart': 'area',
  'area graph': 'area',
  'pie chart': 'pie',
  'pie graph': 'pie',
  pie: 'pie',
  'scatter plot': 'scatter',
  'scatter chart': 'scatter',
  'scatter graph': 'scatter',
  scatterplot: 'scatter',
  scatter: 'scatter',
  histogram: 'histogram',
  'histogram of': 'histogram',
  'distribution of': 'histogram',
  distribution: 'histogram',
  'box plot': 'box',
  'box plots': 'box',
  'box chart': 'box',
  boxplot: 'box',
  boxplots: 'box',
  'box and whisker plot': 'box',
  'heat map': 'heat-map',
  heatmap: 'heat-map',
  chart: null,
  graph: null,
  plot: null,
  draw: null,
  visualize: null,
  visualise: null,
  diagram: null,
}
