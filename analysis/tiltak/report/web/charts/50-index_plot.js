// index_plot: a row of states for each label, a cell a month.
"use strict";
function index_plot(chart, width, id) {
  const panel = chart.panels[0];
  const letters = width < 500 ? 12 : 26;
  const names = panel.labels.map((label) => frame.wrap(label, letters));
  const left = 10 + Math.max(...names.flatMap((name) => name.split("\n").map(frame.textWidth)));
  const spells = [];
  names.forEach((label, row) => {
    const codes = panel.values[row];
    for (let from = 0; from < codes.length;) {
      let to = from;
      while (to < codes.length && codes[to] === codes[from]) to++;
      spells.push({label, code: codes[from], from: from + 0.5, to: to + 0.5});
      from = to;
    }
  });
  const perMonth = (width - left - 10) / chart.x.length;
  const name = (spell) => chart.keys[spell.code] ? chart.keys[spell.code].name : "";
  const fits = (spell) => (spell.to - spell.from) * perMonth > frame.textWidth(name(spell)) + 10;
  const lineHeight = Math.max(36, ...names.map((label) => 10 + 15 * label.split("\n").length));
  const plot = Plot.plot({
    width, height: 52 + names.length * lineHeight, marginLeft: left, marginRight: 10, marginTop: 4, marginBottom: 42,
    style: {fontSize: "12px", color: frame.ink},
    x: {label: chart.xTitle, labelArrow: "none", labelAnchor: "left", domain: [0.5, chart.x.length + 0.5], ...frame.ticks(chart, width - left)},
    y: {axis: null, domain: names, padding: 0.2},
    marks: [
      Plot.barX(spells, {x1: "from", x2: "to", y: "label", fill: (d) => `url(#${id}-${d.code})`, stroke: frame.ink, strokeWidth: 0.75}),
      Plot.text(names, {y: (d) => d, text: (d) => d, frameAnchor: "left", textAnchor: "end", dx: -8, lineHeight: 1.2}),
      Plot.text(spells.filter(fits), {x: (d) => (d.from + d.to) / 2, y: "label", text: name, fill: frame.ink, stroke: "white", strokeWidth: 5}),
    ],
  });
  plot.prepend(frame.patterns(chart.keys, id));
  return [frame.legend(chart.keys, id), plot];
}
