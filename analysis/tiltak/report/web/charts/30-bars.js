// bars: a bar a label and key, the number written at its end; whiskers where there is an interval.
"use strict";
function bars(chart, width, id) {
  const format = frame.format(chart);
  return chart.panels.flatMap((panel) => {
    const letters = width < 500 ? 16 : 34;
    const rows = [];
    panel.labels.forEach((label, i) => chart.keys.forEach((key, k) => {
      const value = panel.values[k][i];
      if (!Number.isFinite(value)) return;
      const low = panel.low ? panel.low[k][i] : value, high = panel.high ? panel.high[k][i] : value;
      rows.push({label: frame.wrap(label, letters), k, value, low, high, key: key.name});
    }));
    const names = panel.labels.map((label) => frame.wrap(label, letters));
    const left = 10 + Math.max(...names.flatMap((name) => name.split("\n").map(frame.textWidth)));
    const ends = rows.flatMap((row) => [row.value, row.low, row.high]);
    const most = Math.max(0, ...ends), least = Math.min(0, ...ends);
    const longest = Math.max(...rows.map((row) => frame.textWidth(format(row.value))));
    const several = chart.keys.length > 1;
    const lineHeight = Math.max(34, ...names.map((name) => 12 + 15 * name.split("\n").length));
    const plot = Plot.plot({
      width, height: 30 + panel.labels.length * lineHeight * (several ? 1.6 : 1), marginLeft: left,
      marginRight: longest + 14, marginTop: 6, marginBottom: 6, style: {fontSize: "12px", color: frame.ink},
      x: {axis: null, domain: [least, most === least ? 1 : most], insetLeft: least < 0 ? longest + 8 : 0},
      y: {axis: null, domain: names, padding: 0.35},
      marks: [
        Plot.barX(rows, {x: "value", y: "label", fill: (d) => `url(#${id}-${d.k})`, stroke: frame.ink, strokeWidth: 0.75}),
        panel.low ? Plot.ruleY(rows, {x1: "low", x2: "high", y: "label", stroke: frame.ink, strokeWidth: 1.5, marker: "tick"}) : null,
        Plot.ruleX([0]),
        Plot.text(names, {y: (d) => d, text: (d) => d, frameAnchor: "left", textAnchor: "end", dx: -8, lineHeight: 1.2}),
        Plot.text(rows.filter((row) => row.value >= 0), {x: (d) => Math.max(d.value, d.high), y: "label", text: (d) => format(d.value), textAnchor: "start", dx: 6}),
        Plot.text(rows.filter((row) => row.value < 0), {x: (d) => Math.min(d.value, d.low), y: "label", text: (d) => format(d.value), textAnchor: "end", dx: -6}),
      ],
    });
    plot.prepend(frame.patterns(chart.keys, id));
    return [plot];
  });
}
