// bars: a bar a label and key, the number written at its end; whiskers where there is an interval.
"use strict";
function bars(chart, width) {
  const format = frame.format(chart);
  const several = chart.keys.length > 1;
  const out = several ? [frame.legend(chart.keys)] : [];
  const at = (rows, k, i, otherwise) => rows ? rows[k][i] : otherwise;
  const rowsOf = (panel) => panel.labels.flatMap((_, i) => chart.keys.map((_, k) => {
    const value = panel.values[k][i];
    return {i, k, value, low: at(panel.low, k, i, value), high: at(panel.high, k, i, value)};
  })).filter((row) => Number.isFinite(row.value));
  // Panels share scale and margins: a bar in one is as long as the same number in another.
  const all = chart.panels.flatMap(rowsOf), ends = all.flatMap((row) => [row.low, row.high]);
  const most = Math.max(0, ...ends), least = Math.min(0, ...ends);
  const longest = Math.max(0, ...all.map((row) => frame.textWidth(format(row.value))));
  const left = Math.max(...chart.panels.map((panel) => frame.rowNames(panel.labels, width).width));
  for (const panel of chart.panels) {
    const names = frame.rowNames(panel.labels, width), rows = rowsOf(panel);
    const rowHeight = Math.max(names.height, several ? 22 * chart.keys.length + 8 : 32);
    const end = {fy: "i", y: "k", text: (row) => format(row.value)};
    const plot = Plot.plot({
      width, height: 12 + panel.labels.length * rowHeight, marginLeft: left,
      marginRight: longest + 14, marginTop: 6, marginBottom: 6, style: {fontSize: "12px", color: frame.ink},
      x: {axis: null, domain: [least, most === least ? least + 1 : most], insetLeft: least < 0 ? longest + 12 : 0},
      y: {axis: null, domain: chart.keys.map((_, k) => k), padding: 0.12},
      fy: {axis: null, domain: panel.labels.map((_, i) => i), padding: 0.2},
      marks: [
        Plot.barX(rows, {x: "value", fy: "i", y: "k", fill: (row) => frame.fill(row.k), stroke: frame.ink, strokeWidth: 0.75}),
        panel.low ? Plot.link(rows, {x1: "low", x2: "high", y1: "k", y2: "k", fy: "i", stroke: frame.ink, strokeWidth: 2}) : null,
        Plot.ruleX([0]),
        Plot.text(panel.labels, {fy: (_, i) => i, text: (_, i) => names.texts[i], ...frame.beside}),
        Plot.text(rows.filter((row) => row.value >= 0), {...end, x: (row) => Math.max(row.value, row.high), textAnchor: "start", dx: 6}),
        Plot.text(rows.filter((row) => row.value < 0), {...end, x: (row) => Math.min(row.value, row.low), textAnchor: "end", dx: -6}),
      ],
    });
    out.push(panel.title ? frame.titled(panel.title, plot) : plot);
  }
  return out;
}
