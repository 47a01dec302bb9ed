// areas: shares that add up, stacked along x. One panel has a label beside each area; several share a
// legend above them.
"use strict";
function areas(chart, width) {
  const x = frame.places(chart);
  const single = chart.panels.length === 1;
  const one = (panel, panelWidth) => {
    const rows = chart.keys.flatMap((key, k) =>
      x.map((at, i) => ({at, k, value: panel.values[k][i]})));
    const letters = panelWidth < 500 ? 11 : 24;
    const names = chart.keys.map((key) => frame.wrap(key.name, letters));
    const longest = Math.max(...names.flatMap((name) => name.split("\n").map(frame.textWidth)));
    const height = single ? Math.max(300, Math.min(420, panelWidth * 0.55)) : 190;
    const room = {marginTop: single ? 28 : 12, marginBottom: single ? 42 : 24, marginLeft: 46, marginRight: single ? longest + 24 : 12};
    const plot = Plot.plot({
      ...room, width: panelWidth, height, style: {fontSize: "12px", color: frame.ink},
      x: {label: single ? chart.xTitle : null, labelArrow: "none", labelAnchor: "left", ...frame.ticks(chart, panelWidth - room.marginRight - 46)},
      y: {label: single ? chart.yTitle : null, labelArrow: "none", domain: [0, 1], ticks: 5, tickFormat: frame.format(chart)},
      marks: [
        Plot.areaY(rows, Plot.stackY({x: "at", y: "value", z: "k", fill: (d) => frame.fill(d.k),
          stroke: frame.ink, strokeWidth: 0.75, order: "k"})),
        Plot.ruleY([0]),
      ],
    });
    if (single) label(plot, panel, names, room, panelWidth, height);
    return plot;
  };

  // Names at the right end, each tied to the middle of its area there.
  function label(plot, panel, names, room, panelWidth, height) {
    const last = x.length - 1;
    const top = room.marginTop, bottom = height - room.marginBottom;
    let below = 0;
    const labels = [];
    names.forEach((name, k) => {
      const value = panel.values[k][last];
      const middle = bottom - (below + value / 2) * (bottom - top);
      below += value;
      if (panel.values[k].some((share) => share > 0.002)) labels.push({name, middle});
    });
    frame.endLabels(plot, labels, panelWidth - room.marginRight, top - 8, bottom + 30);
  }

  if (single) {
    return [one(chart.panels[0], width)];
  }
  return [frame.legend(chart.keys), ...panelsOf(chart, width, one)];
}

// Small multiples: a titled plot a panel in a grid that has as many columns as fit.
function panelsOf(chart, width, one) {
  const gap = 24, least = 19 * 16;
  const columns = Math.max(1, Math.floor((width + gap) / (least + gap)));
  const panelWidth = Math.floor((width - gap * (columns - 1)) / columns);
  const grid = document.createElement("div");
  grid.className = "panels";
  grid.append(...chart.panels.map((panel) => frame.titled(panel.title, one(panel, panelWidth))));
  return [grid];
}
