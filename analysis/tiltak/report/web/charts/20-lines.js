// lines: a line a key along x; told apart by dashes and by names at their ends.
"use strict";
function lines(chart, width) {
  const x = frame.places(chart);
  const single = chart.panels.length === 1;
  const named = chart.keys.length > 1;
  const one = (panel, panelWidth) => {
    const height = single ? Math.max(260, Math.min(360, panelWidth * 0.45)) : 130;
    const names = chart.keys.map((key) => frame.wrap(key.name, panelWidth < 500 ? 11 : 22));
    const longest = Math.max(...names.flatMap((name) => name.split("\n").map(frame.textWidth)));
    const all = panel.values.flat().filter(Number.isFinite);
    const top = Math.max(...all, 0), bottom = Math.min(...all, 0);
    const format = frame.format(tickDigits(chart, top - bottom));
    const marginLeft = 16 + frame.textWidth(format(top));
    const room = {marginTop: single ? 26 : 12, marginBottom: single ? 42 : 24, marginLeft, marginRight: named ? longest + 24 : 14};
    const rows = chart.keys.flatMap((key, k) => x.map((at, i) => ({at, k, value: panel.values[k][i]})));
    const plot = Plot.plot({
      ...room, width: panelWidth, height, style: {fontSize: "12px", color: frame.ink},
      x: {label: single ? chart.xTitle : null, labelArrow: "none", labelAnchor: "left", ...frame.ticks(chart, panelWidth - room.marginRight - marginLeft)},
      y: {label: single ? chart.yTitle : null, labelArrow: "none", domain: [bottom, top === bottom ? 1 : top],
          nice: true, ticks: single ? 6 : 3, tickFormat: format, grid: true},
      marks: [
        Plot.ruleY([0]),
        ...chart.keys.map((key, k) => Plot.lineY(rows.filter((row) => row.k === k), {x: "at", y: "value",
          stroke: frame.lines[k % frame.lines.length], strokeWidth: 2, strokeDasharray: frame.dashes[k % frame.dashes.length]})),
      ],
    });
    if (named) label(plot, panel, names, room, panelWidth, height);
    return plot;
  };

  function label(plot, panel, names, room, panelWidth, height) {
    const scale = plot.scale("y");
    const labels = names.map((name, k) => {
      const finite = panel.values[k].filter(Number.isFinite);
      return {name, middle: finite.length ? scale.apply(finite[finite.length - 1]) : height / 2};
    });
    frame.endLabels(plot, labels, panelWidth - room.marginRight, room.marginTop - 8, height - room.marginBottom + 8);
  }

  // Enough decimals to tell the ticks of an axis of this length apart.
  function tickDigits(of, length) {
    const digits = length > 0 ? Math.max(0, Math.ceil(1 - Math.log10(of.isShare ? 100 * length : length))) : 0;
    return {...of, digits: Math.min(4, digits)};
  }

  if (single) return [one(chart.panels[0], width)];
  return panelsOf(chart, width, one);
}
