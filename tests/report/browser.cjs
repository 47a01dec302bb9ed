// Looks at pages in a real browser: axe-core finds nothing against WCAG 2.1 AA, nothing is wider than a
// phone, every figure is drawn, no label lies on another, no script fails, and without script all
// tables are there.
//
//   node browser.cjs PAGE...     see browser_set_up.cjs
"use strict";
const fs = require("node:fs"), path = require("node:path");
const {pathToFileURL} = require("node:url");
const {check, browse, accessible, picture, judge} = require("./browser_set_up.cjs");

const visit = (file, name, options, visitor) => browse(options, {
  name,
  may_ask: (url) => ["file:", "data:", "blob:"].includes(url.protocol)
}, async (page) => {
  await page.goto(pathToFileURL(file).href);
  await visitor(page);
});

// Texts within one drawing whose boxes overlap by more than a pixel.
const overlaps = () => [...document.querySelectorAll(".chart svg")].flatMap((svg) => {
  const boxes = [...svg.querySelectorAll("text")].flatMap((text) =>
    (text.querySelector("tspan") ? [...text.querySelectorAll("tspan")] : [text])
      .filter((one) => one.textContent.trim())
      .map((one) => ({text: one.textContent, box: (one.getClientRects()[0] || one.getBoundingClientRect())})));
  const found = [];
  for (let i = 0; i < boxes.length; i++)
    for (let j = i + 1; j < boxes.length; j++) {
      const a = boxes[i].box, b = boxes[j].box;
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (wide > 1 && high > 3) found.push(`${svg.closest("figure").id}: '${boxes[i].text}' on '${boxes[j].text}'`);
    }
  return found;
});

// Texts that stick out of the figure to the left or right.
const cut = () => [...document.querySelectorAll(".chart svg text")].filter((text) => {
  const figure = text.closest("figure").getBoundingClientRect(), box = text.getBoundingClientRect();
  return box.width > 0 && (box.left < figure.left - 1 || box.right > figure.right + 1);
}).map((text) => `${text.closest("figure").id}: '${text.textContent}'`);

async function look(file, width, height) {
  const base = path.basename(file), name = `${base} at ${width}`;
  await visit(file, name, {viewport: {width, height}, deviceScaleFactor: 1}, async (page) => {
    await page.waitForTimeout(400);
    const figures = await page.evaluate(() => [...document.querySelectorAll("figure")].map((figure) =>
      ({id: figure.id, charts: figure.querySelectorAll(".chart svg").length, marks: figure.querySelectorAll(".chart svg path, .chart svg rect").length, tables: figure.querySelectorAll("table").length})));
    check(figures.length > 0, `${name}: has figures`);
    for (const figure of figures)
      check(figure.charts > 0 && figure.marks > 0 && figure.tables === 1, `${name}: ${figure.id} is not drawn`);
    for (const one of await page.evaluate(overlaps)) check(false, `${name}: ${one}`);
    for (const one of await page.evaluate(cut)) check(false, `${name}: cut off: ${one}`);
    await picture(page, `${base}-${width}.png`);
    await accessible(page, name);
    await page.evaluate(() => document.querySelectorAll("details").forEach((one) => one.open = true));
    await accessible(page, name + " unfolded");
    if (width > 1000) await print(page, base);
  });
}

// On paper: lines and text, no pictures, so that a page can be sent and enlarged.
async function print(page, base) {
  const pdf = await page.pdf({preferCSSPageSize: true});
  check(!pdf.includes("/Subtype /Image"), `${base}: a chart is printed as a picture`);
  check(pdf.length < 3e6, `${base}: ${pdf.length} bytes on paper`);
  if (process.env.SCREENSHOTS) fs.writeFileSync(path.join(process.env.SCREENSHOTS, base + ".pdf"), pdf);
}

async function without_script(file) {
  const name = path.basename(file) + " without script";
  await visit(file, name, {javaScriptEnabled: false}, async (page) => {
    for (const table of await page.locator("table").all())
      check(await table.isVisible(), `${name}: a table is not seen`);
  });
}

judge(async () => {
  for (const file of process.argv.slice(2)) {
    await look(path.resolve(file), 1280, 900);
    await look(path.resolve(file), 360, 740);
    await look(path.resolve(file), 320, 640);
    await without_script(path.resolve(file));
  }
}, `${process.argv.length - 2} pages are as they should be`);
