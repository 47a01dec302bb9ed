// stacks: a row of parts that add up for each label; the share is written in parts with room for it.
"use strict";
function stacks(chart, width, id) {
  const format = frame.format(chart);
  const out = [frame.legend(chart.keys, id)];
  const defs = frame.svgElement("svg", {width: 0, height: 0, "aria-hidden": "true"});
  defs.append(frame.patterns(chart.keys, id));
  out.push(defs);
  const letters = width < 500 ? 15 : 32;
  const wrapped = (label) => frame.wrap(label, letters);
  const left = 10 + Math.max(...chart.panels.flatMap((panel) =>
    panel.labels.flatMap((label) => wrapped(label).split("\n").map(frame.textWidth))));
  for (const panel of chart.panels) {
    const names = panel.labels.map(wrapped);
    const rows = names.flatMap((label, i) => chart.keys.map((key, k) => ({label, k, value: panel.values[k][i] || 0})));
    const lineHeight = Math.max(34, ...names.map((name) => 10 + 15 * name.split("\n").length));
    const fits = (row) => row.value * (width - left - 10) > frame.textWidth(format(row.value)) + 8;
    const plot = Plot.plot({
      width, height: 12 + names.length * lineHeight, marginLeft: left, marginRight: 10, marginTop: 4, marginBottom: 4,
      style: {fontSize: "12px", color: frame.ink},
      x: {axis: null, domain: [0, 1]}, y: {axis: null, domain: names, padding: 0.25},
      marks: [
        Plot.barX(rows, Plot.stackX({x: "value", y: "label", z: "k", fill: (d) => `url(#${id}-${d.k})`, stroke: frame.ink, strokeWidth: 0.75})),
        Plot.text(names, {y: (d) => d, text: (d) => d, frameAnchor: "left", textAnchor: "end", dx: -8, lineHeight: 1.2}),
        Plot.text(rows, Plot.stackX({x: "value", y: "label", z: "k", text: (d) => fits(d) ? format(d.value) : "",
          fill: frame.ink, stroke: "white", strokeWidth: 5})),
      ],
    });
    if (panel.title) {
      const title = document.createElement("p");
      title.className = "panel-title";
      title.textContent = panel.title;
      const box = document.createElement("div");
      box.append(title, plot);
      out.push(box);
    } else out.push(plot);
  }
  return out;
}
