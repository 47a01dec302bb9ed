// stacks: a row of parts that add up for each label; the share is written in parts with room for it.
"use strict";
function stacks(chart, width) {
  const format = frame.format(chart);
  const out = [frame.legend(chart.keys)];
  for (const panel of chart.panels) {
    const names = frame.rowNames(panel.labels, width);
    const rows = panel.labels.flatMap((_, i) =>
      chart.keys.map((_, k) => ({i, k, value: panel.values[k][i] || 0})));
    const fits = (row) => row.value * (width - names.width - 10) > frame.textWidth(format(row.value)) + 8;
    const plot = Plot.plot({
      width, height: 8 + panel.labels.length * Math.max(30, names.height), marginLeft: names.width,
      marginRight: 10, marginTop: 4, marginBottom: 4, style: {fontSize: "12px", color: frame.ink},
      x: {axis: null, domain: [0, 1]},
      y: {axis: null, domain: panel.labels.map((_, i) => i), padding: 0.25},
      marks: [
        Plot.barX(rows, Plot.stackX({x: "value", y: "i", z: "k", fill: (row) => frame.fill(row.k),
          stroke: frame.ink, strokeWidth: 0.75})),
        Plot.text(panel.labels, {y: (_, i) => i, text: (_, i) => names.texts[i], ...frame.beside}),
        Plot.text(rows, Plot.stackX({x: "value", y: "i", z: "k", text: (row) => fits(row) ? format(row.value) : "",
          fill: frame.ink, stroke: "white", strokeWidth: 5})),
      ],
    });
    out.push(panel.title ? frame.titled(panel.title, plot) : plot);
  }
  return out;
}
