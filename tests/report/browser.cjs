// Looks at pages in a real browser: axe-core finds nothing against WCAG 2.1 AA, nothing is wider than a
// phone, every figure is drawn, no label lies on another, no script fails, and without script all
// tables are there.
//
//   node browser.cjs PAGE...     modules from TILTAK_NODE_MODULES; SCREENSHOTS=DIR keeps pictures
"use strict";
const fs = require("node:fs"), os = require("node:os"), path = require("node:path");
const {createRequire} = require("node:module");
const {pathToFileURL} = require("node:url");
const load = createRequire(path.join(process.env.TILTAK_NODE_MODULES, "here.js"));
const {chromium} = load("playwright-core");
const axe = fs.readFileSync(load.resolve("axe-core/axe.min.js"), "utf8");

const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"];
let failures = 0;

function check(holds, what) {
  if (holds) return;
  failures++;
  console.error("FAILED: " + what);
}

const open = async (folder, options) => chromium.launchPersistentContext(folder, {
  executablePath: process.env.TILTAK_CHROMIUM || "/usr/bin/chromium", args: flags, ...options});

async function accessible(page, name) {
  await page.evaluate(axe);
  const result = await page.evaluate((values) => axe.run({runOnly: {type: "tag", values}}), tags);
  for (const violation of result.violations)
    check(false, `${name}: ${violation.id}: ${violation.help}: ${violation.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(" | ")}`);
  check(result.passes.length > 15, `${name}: axe looked at something`);
}

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
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "tiltak-browser-"));
  const name = `${path.basename(file)} at ${width}`;
  const context = await open(folder, {viewport: {width, height}, deviceScaleFactor: 1});
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(180000); // a busy machine is no fault of the page
    const said = [];
    page.on("console", (message) => message.type() === "error" && said.push(message.text()));
    page.on("pageerror", (error) => said.push(String(error)));
    page.on("request", (request) => /^(file|data|blob):/.test(request.url()) || said.push("asked for " + request.url()));
    await page.goto(pathToFileURL(file).href);
    await page.waitForTimeout(400);
    check(said.length === 0, `${name}: ${said.join("; ")}`);
    const figures = await page.evaluate(() => [...document.querySelectorAll("figure")].map((figure) =>
      ({id: figure.id, charts: figure.querySelectorAll(".chart svg").length, marks: figure.querySelectorAll(".chart svg path, .chart svg rect").length, tables: figure.querySelectorAll("table").length})));
    check(figures.length > 0, `${name}: has figures`);
    for (const figure of figures)
      check(figure.charts > 0 && figure.marks > 0 && figure.tables === 1, `${name}: ${figure.id} is not drawn`);
    check(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${name}: the page is wider than the window`);
    for (const one of await page.evaluate(overlaps)) check(false, `${name}: ${one}`);
    for (const one of await page.evaluate(cut)) check(false, `${name}: cut off: ${one}`);
    if (process.env.SCREENSHOTS) await page.screenshot({fullPage: true, path: path.join(process.env.SCREENSHOTS, `${path.basename(file)}-${width}.png`)});
    await accessible(page, name);
    await page.evaluate(() => document.querySelectorAll("details").forEach((one) => one.open = true));
    await accessible(page, name + " unfolded");
    if (process.env.SCREENSHOTS && width > 1000)
      await page.pdf({path: path.join(process.env.SCREENSHOTS, path.basename(file) + ".pdf"), preferCSSPageSize: true});
  } finally {
    await context.close();
    fs.rmSync(folder, {recursive: true, force: true});
  }
}

async function without_script(file) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "tiltak-browser-"));
  const context = await open(folder, {javaScriptEnabled: false});
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(180000); // a busy machine is no fault of the page
    await page.goto(pathToFileURL(file).href);
    for (const table of await page.locator("table").all())
      check(await table.isVisible(), `${path.basename(file)}: a table is not seen without script`);
  } finally {
    await context.close();
    fs.rmSync(folder, {recursive: true, force: true});
  }
}

(async () => {
  for (const file of process.argv.slice(2)) {
    await look(path.resolve(file), 1280, 900);
    await look(path.resolve(file), 360, 740);
    await look(path.resolve(file), 320, 640);
    await without_script(path.resolve(file));
  }
  if (failures) process.exitCode = 1;
  else console.log(`${process.argv.length - 2} pages are as they should be`);
})();
