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

  // How the parts of keys are hatched, so that neighbouring parts differ without colour too.
  const hatches = [[], ["up"], ["dots"], ["level"], [], ["down"], ["up", "down"], ["upright"], ["level", "upright"]];
  const step = 8;
  const svgElement = (name, attributes) => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };
  const soft = ["#9ecae1", "#fdd0a2", "#a1d99b", "#dadaeb", "#d9d9d9", "#fce08b", "#f4b6c2", "#c7e9c0", "#c6dbef"];
  const palette = (i) => soft[i % soft.length];

  // Lines over a box, on one grid for the whole drawing: [path, dashes].
  const strokes = {
    up: ({x, y, width, height}) => [grid(x + y, x + y + width + height, 0, (sum) => {
      const from = Math.max(x, sum - y - height), to = Math.min(x + width, sum - y);
      return `M${from},${sum - from}L${to},${sum - to}`;
    })],
    down: ({x, y, width, height}) => [grid(y - x - width, y + height - x, 0, (down) => {
      const from = Math.max(x, y - down), to = Math.min(x + width, y + height - down);
      return `M${from},${from + down}L${to},${to + down}`;
    })],
    level: ({x, y, width, height}) => [grid(y, y + height, 4, (at) => `M${x},${at}h${width}`)],
    upright: ({x, y, width, height}) => [grid(x, x + width, 4, (at) => `M${at},${y}v${height}`)],
    // Few of them: every dash of a line is a line of its own on paper.
    dots: ({x, y, width, height}) => [[2, 8].map((first) => grid(y, y + height, first, (at) =>
      `M${Math.floor(x / 12) * 12 + first},${at}H${x + width}`, 12)).join(""), "1.5 10.5"],
  };
  function grid(low, high, first, line, by = step) {
    let path = "";
    for (let at = Math.ceil((low - first) / by) * by + first; at <= high; at += by) path += line(at);
    return path;
  }

  // What a shape of key k is filled with until `hatch` has seen it.
  const fill = (k) => `url(#key-${k})`;

  // Gives the shapes of a drawing that is in the page their colours and hatches. Each hatch is lines cut
  // to its shape: printers draw lines, but make SVG patterns into pictures of megabytes.
  function hatch(drawing, keys, id) {
    drawing.querySelectorAll("[fill^='url(#key-']").forEach((shape, i) => {
      const k = Number(shape.getAttribute("fill").match(/\d+/)[0]);
      shape.setAttribute("fill", keys[k].colour || palette(k));
      const box = shape.getBBox();
      if (!hatches[k % hatches.length].length || box.width * box.height === 0) return;
      const clip = svgElement("clipPath", {id: `${id}-${i}`}), outline = shape.cloneNode();
      outline.removeAttribute("stroke");
      clip.append(outline);
      const lines = hatches[k % hatches.length].map((kind) => {
        const [path, dashes] = strokes[kind](box);
        return svgElement("path", {d: path, fill: "none", stroke: ink, "stroke-opacity": 0.55, "stroke-width": 1,
          "stroke-dasharray": dashes ?? "none", "stroke-linecap": "butt", "clip-path": `url(#${id}-${i})`});
      });
      shape.after(clip, ...lines);
    });
  }

  function titled(text, plot) {
    const box = document.createElement("div"), title = document.createElement("p");
    box.className = "panel";
    title.className = "panel-title";
    title.textContent = text;
    box.append(title, plot);
    return box;
  }

  // A list of fills and their names, for charts without room for a label at each part.
  function legend(keys) {
    const list = document.createElement("ul");
    list.className = "legend";
    keys.forEach((key, i) => {
      const item = document.createElement("li");
      const swatch = svgElement("svg", {"aria-hidden": "true", viewBox: "0 0 28 16"});
      swatch.append(svgElement("rect", {x: 0.5, y: 0.5, width: 27, height: 15, fill: fill(i), stroke: ink}));
      item.append(swatch, key.name);
      list.append(item);
    });
    return list;
  }

  return {ink, lines, dashes, number, format, places, ticks, textWidth, wrap, rowNames, beside, endLabels,
          fill, hatch, titled, legend};
})();
