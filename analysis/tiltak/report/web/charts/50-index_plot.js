// index_plot: a row of states for each label, a cell a month; spells with room for it carry their name.
"use strict";
function index_plot(chart, width) {
  const names = chart.panels.map((panel) => frame.rowNames(panel.labels, width));
  const left = Math.max(...names.map((one) => one.width)); // panels share the axis
  return [frame.legend(chart.keys), ...chart.panels.map((panel, p) => {
    const plot = rowsOfStates(chart, panel, {...names[p], width: left}, width);
    return panel.title ? frame.titled(panel.title, plot) : plot;
  })];
}

function rowsOfStates(chart, panel, names, width) {
  const spells = panel.values.flatMap((codes, i) => {
    const starts = codes.map((_, m) => m).filter((m) => m === 0 || codes[m] !== codes[m - 1]);
    return starts.map((from, s) => ({i, code: codes[from], from: from + 0.5, to: (starts[s + 1] ?? codes.length) + 0.5}));
  }).filter((spell) => chart.keys[spell.code]);
  const perMonth = (width - names.width - 10) / chart.x.length;
  const name = (spell) => chart.keys[spell.code].name;
  const fits = (spell) => (spell.to - spell.from) * perMonth > frame.textWidth(name(spell)) + 10;
  return Plot.plot({
    width, height: 46 + panel.labels.length * Math.max(34, names.height), marginLeft: names.width,
    marginRight: 10, marginTop: 4, marginBottom: 42, style: {fontSize: "12px", color: frame.ink},
    x: {label: chart.xTitle, labelArrow: "none", labelAnchor: "left", domain: [0.5, chart.x.length + 0.5],
        ...frame.ticks(chart, width - names.width)},
    y: {axis: null, domain: panel.labels.map((_, i) => i), padding: 0.2},
    marks: [
      Plot.barX(spells, {x1: "from", x2: "to", y: "i", fill: (spell) => frame.fill(spell.code),
        stroke: frame.ink, strokeWidth: 0.75}),
      Plot.text(panel.labels, {y: (_, i) => i, text: (_, i) => names.texts[i], ...frame.beside}),
      Plot.text(spells.filter(fits), {x: (spell) => (spell.from + spell.to) / 2, y: "i", text: name,
        fill: frame.ink, stroke: "white", strokeWidth: 5}),
    ],
  });
}
