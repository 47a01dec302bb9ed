// What tests in a real browser share: Debian's Chromium with a profile that is thrown away, axe-core
// against WCAG 2.1 AA, and the count of what was wrong.
//
// Modules from TILTAK_NODE_MODULES; SCREENSHOTS=DIR keeps pictures.
"use strict";
const fs = require("node:fs"), os = require("node:os"), path = require("node:path");
const {createRequire} = require("node:module");
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

// A page for `visit`; `may_ask(url)` says which requests are as they should be. What the page says
// that is wrong is a failure, but what `expected` says is none.
async function browse(options, {may_ask, expected = () => false, name = ""}, visit) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "tiltak-browser-"));
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: process.env.TILTAK_CHROMIUM || "/usr/bin/chromium", args: flags, ...options});
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(240000); // a busy machine is no fault of the page
    const said = [];
    page.on("console", (message) => message.type() === "error" && said.push(`${message.text()} (${message.location().url})`));
    page.on("pageerror", (error) => said.push(String(error)));
    page.on("request", (request) => may_ask(new URL(request.url())) || said.push("asked for " + request.url()));
    await visit(page);
    const faults = said.filter((line) => !expected(line));
    check(faults.length === 0, `${name}: ${faults.join("; ")}`);
  } finally {
    await context.close();
    fs.rmSync(folder, {recursive: true, force: true});
  }
}

// axe is put in past the page's own policy, which may allow no script but the server's.
async function accessible(page, name) {
  const client = await page.context().newCDPSession(page);
  const evaluate = async (expression) => (await client.send("Runtime.evaluate", {expression, awaitPromise: true, returnByValue: true})).result.value;
  await evaluate(axe);
  const result = JSON.parse(await evaluate(`axe.run(document, {runOnly: {type: "tag", values: ${JSON.stringify(tags)}}, iframes: false}).then((r) => JSON.stringify({violations: r.violations.map((v) => v.id + ": " + v.help + ": " + v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(" | ")), passes: r.passes.length}))`));
  for (const violation of result.violations) check(false, `${name}: ${violation}`);
  check(result.passes > 15, `${name}: axe looked at something`);
  check(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${name}: wider than the window`);
}

async function picture(page, file) {
  if (process.env.SCREENSHOTS) await page.screenshot({fullPage: true, path: path.join(process.env.SCREENSHOTS, file)});
}

// Runs `all` and ends with status 1 if anything was wrong; else says `well`.
async function judge(all, well) {
  await all();
  if (failures) process.exitCode = 1;
  else console.log(well);
}

module.exports = {check, browse, accessible, picture, judge};
