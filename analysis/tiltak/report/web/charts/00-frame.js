// What every kind of chart shares: numbers and months in the page's language, room for labels, fills
// that differ by pattern as well as by colour.
"use strict";
const frame = (() => {
  const lang = document.documentElement.lang;
  const locale = lang === "nb" ? "nb-NO" : "en-GB";
  const ink = "#1c1c1c";
  // Okabe and Ito's colours in an order that keeps neighbours apart, all at least 3:1 on white.
  const lines = ["#0072b2", "#b34700", "#00745a", "#8f4a7b", "#5c5c5c", "#8a6100"];
  const dashes = [null, "6 3", "2 2", "9 3 2 3", "1 3", "12 4"];

  const number = (value, digits = 0) =>
    new Intl.NumberFormat(locale, {minimumFractionDigits: digits, maximumFractionDigits: digits})
      .format(value).replace("-", "\u2212");
  const percent = (share, digits = 0) => number(100 * share, digits) + (lang === "nb" ? "\u00a0%" : "%");
  const format = (chart) => (value) => (chart.isShare ? percent : number)(value, chart.digits);

  // Places along x: months of a calendar as dates, else numbers.
  const places = (chart) => chart.isCalendar ? chart.x.map((month) => new Date(month + "-01")) : chart.x;

  // Ticks of the x axis: Januaries, or every twelfth month since entry; fewer where there is less room.
  function ticks(chart, width) {
    const room = Math.max(2, Math.floor(width / 45));
    if (chart.isCalendar) {
      const januaries = places(chart).filter((date) => date.getUTCMonth() === 0);
      const step = Math.ceil(januaries.length / room);
      return {ticks: januaries.filter((_, i) => i % step === 0), tickFormat: (date) => String(date.getUTCFullYear())};
    }
    const last = chart.x[chart.x.length - 1];
    const step = last / 12 <= room ? 12 : 24;
    const at = [1];
    for (let month = step; month <= last; month += step) at.push(month);
    return {ticks: at, tickFormat: (month) => String(month)};
  }

  // Pixels a label takes at 12 px, near enough for margins and for leaving labels out.
  const textWidth = (text) => 7.3 * text.length;

  // A word longer than a line, in parts that fit one.
  function pieces(word, letters) {
    if (word.length <= letters) return [word];
    const cut = word.slice(0, letters - 1);
    return [cut + "-", ...pieces(word.slice(cut.length), letters)];
  }

  // Breaks a label into lines of at most so many letters, between words.
  function wrap(text, letters) {
    const out = [];
    const words = text.split(" ").flatMap((word) => pieces(word, letters));
    for (const word of words) {
      const line = out.length ? out[out.length - 1] + " " + word : word;
      if (out.length && line.length <= letters) out[out.length - 1] = line;
      else out.push(word);
    }
    return out.join("\n");
  }

  // Names of rows left of a plot: broken into lines, the room they take, the height of the tallest.
  function rowNames(labels, width) {
    const texts = labels.map((label) => wrap(label, width < 500 ? Math.max(8, Math.floor(width / 26)) : 32));
    const lines = texts.map((text) => text.split("\n"));
    return {texts, width: 20 + Math.max(...lines.flat().map(textWidth)),
            height: 10 + 15 * Math.max(...lines.map((one) => one.length))};
  }
  const beside = {frameAnchor: "left", textAnchor: "end", dx: -8, lineHeight: 1.2};

  // Moves labels apart that would lie on one another: [{y, ...}] in pixels, each with its height.
  function spread(labels, top, bottom) {
    const sorted = [...labels].sort((a, b) => a.y - b.y);
    let from = top;
    for (const label of sorted) {
      label.y = Math.max(label.y, from + label.height / 2);
      from = label.y + label.height / 2;
    }
    let to = bottom;
    for (const label of sorted.reverse()) {
      label.y = Math.min(label.y, to - label.height / 2);
      to = label.y - label.height / 2;
    }
    return labels;
  }

  // Names right of a plot, each tied to the height it names: [{name, middle}], lines parted by \n.
  function endLabels(plot, names, right, top, bottom) {
    const labels = names.map(({name, middle}) => ({lines: name.split("\n"), middle, y: middle, height: 15 * name.split("\n").length}));
    for (const {lines, middle, y} of spread(labels, top, bottom)) {
      plot.append(svgElement("path", {d: `M${right + 1},${middle} L${right + 12},${y}`, stroke: ink, fill: "none"}));
      lines.forEach((line, i) => {
        const text = svgElement("text", {x: right + 16, y: y + 15 * (i - (lines.length - 1) / 2), dy: "0.35em", fill: ink, "text-anchor": "start"});
        text.textContent = line;
        plot.append(text);
      });
    }
  }

  // SVG patterns, one a key, so that neighbouring parts differ without colour too.
  const marks = [
    null,
    "M-2,2 l4,-4 M0,8 l8,-8 M6,10 l4,-4",
    "M2,2 h1 M6,6 h1",
    "M0,4 h8",
    null,
    "M-2,6 l4,4 M0,0 l8,8 M6,-2 l4,4",
    "M0,0 l8,8 M0,8 l8,-8",
    "M4,0 v8",
    "M0,4 h8 M4,0 v8",
  ];
  const svgElement = (name, attributes) => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };
  function patterns(keys, id) {
    const defs = svgElement("defs", {});
    keys.forEach((key, i) => {
      const pattern = svgElement("pattern", {id: `${id}-${i}`, width: 8, height: 8, patternUnits: "userSpaceOnUse"});
      pattern.append(svgElement("rect", {width: 8, height: 8, fill: key.colour || palette(i)}));
      const mark = marks[i % marks.length];
      if (mark) pattern.append(svgElement("path", {d: mark, stroke: ink, "stroke-opacity": 0.55, "stroke-width": 1, fill: "none"}));
      defs.append(pattern);
    });
    return defs;
  }
  const soft = ["#9ecae1", "#fdd0a2", "#a1d99b", "#dadaeb", "#d9d9d9", "#fce08b", "#f4b6c2", "#c7e9c0", "#c6dbef"];
  const palette = (i) => soft[i % soft.length];

  // The same for several plots that share them.
  function hiddenPatterns(keys, id) {
    const holder = svgElement("svg", {width: 0, height: 0, class: "patterns"});
    holder.append(patterns(keys, id));
    return holder;
  }

  function titled(text, plot) {
    const box = document.createElement("div"), title = document.createElement("p");
    title.className = "panel-title";
    title.textContent = text;
    box.append(title, plot);
    return box;
  }

  // A list of fills and their names, for charts without room for a label at each part.
  function legend(keys, id) {
    const list = document.createElement("ul");
    list.className = "legend";
    keys.forEach((key, i) => {
      const item = document.createElement("li");
      const swatch = svgElement("svg", {"aria-hidden": "true", viewBox: "0 0 28 16"});
      swatch.append(svgElement("rect", {x: 0.5, y: 0.5, width: 27, height: 15, fill: `url(#${id}-${i})`, stroke: ink}));
      item.append(swatch, key.name);
      list.append(item);
    });
    return list;
  }

  return {ink, lines, dashes, number, format, places, ticks, textWidth, wrap, rowNames, beside, endLabels,
          patterns, hiddenPatterns, titled, legend};
})();
