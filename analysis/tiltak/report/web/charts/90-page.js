// Draws every chart of the page, again when its width changes; folds the tables that charts show.
"use strict";
(() => {
  const kinds = {areas, lines, bars, stacks, index_plot};
  const drawn = new Map();

  function draw(box) {
    const width = Math.floor(box.clientWidth);
    if (width < 1 || drawn.get(box) === width) return;
    drawn.set(box, width);
    const id = box.dataset.chart;
    const chart = JSON.parse(document.getElementById(id).textContent);
    for (const panel of chart.panels) // a gap is null in JSON
      panel.values = panel.values.map((row) => row.map((value) => value === null ? NaN : value));
    // One image with one name for readers of the screen; the table beside it has the numbers.
    const image = document.createElement("div");
    image.setAttribute("role", "img");
    image.setAttribute("aria-label", box.dataset.name);
    image.append(...kinds[chart.kind](chart, width));
    for (const svg of image.querySelectorAll("svg")) svg.setAttribute("aria-hidden", "true");
    box.replaceChildren(image);
    frame.hatch(image, chart.keys, id + "-cut");
  }

  const boxes = [...document.querySelectorAll("[data-chart]")];
  for (const box of boxes) {
    draw(box);
    box.closest("figure").querySelector("details").open = false;
  }
  const observer = new ResizeObserver((entries) => entries.forEach((entry) => draw(entry.target)));
  boxes.forEach((box) => observer.observe(box));

  // Paper cannot be unfolded.
  const folded = new Set();
  addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll("details:not([open])")) {
      folded.add(details);
      details.open = true;
    }
  });
  addEventListener("afterprint", () => {
    for (const details of folded) details.open = false;
    folded.clear();
  });
})();
