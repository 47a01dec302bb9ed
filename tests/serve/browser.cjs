// An official's way through the live page: the form in both languages against WCAG 2.1 AA, a mistake and
// its message, a run with its progress, the report beside the form, a comparison, and the same without
// script.
//
//   node browser.cjs ADDRESS     modules from TILTAK_NODE_MODULES; SCREENSHOTS=DIR keeps pictures
"use strict";
const fs = require("node:fs"), os = require("node:os"), path = require("node:path");
const {createRequire} = require("node:module");
const load = createRequire(path.join(process.env.TILTAK_NODE_MODULES, "here.js"));
const {chromium} = load("playwright-core");
const axe = fs.readFileSync(load.resolve("axe-core/axe.min.js"), "utf8");

const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"];
const address = new URL(process.argv[2]);
let failures = 0;

function check(holds, what) {
  if (holds) return;
  failures++;
  console.error("FAILED: " + what);
}

async function browse(options, visit) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "tiltak-browser-"));
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: process.env.TILTAK_CHROMIUM || "/usr/bin/chromium", args: flags, ...options});
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(240000); // a busy machine is no fault of the page
    const said = [];
    page.on("console", (message) => message.type() === "error" && said.push(message.text()));
    page.on("pageerror", (error) => said.push(String(error)));
    page.on("request", (request) => new URL(request.url()).host === address.host || said.push("asked for " + request.url()));
    await page.goto(address.href);
    await visit(page);
    const faults = said.filter((line) => !line.includes("422")); // a form with a mistake is one
    check(faults.length === 0, faults.join("; "));
  } finally {
    await context.close();
    fs.rmSync(folder, {recursive: true, force: true});
  }
}

// axe is put in past the page's own policy, which allows no script but the server's.
async function accessible(page, name) {
  const client = await page.context().newCDPSession(page);
  const evaluate = async (expression) => (await client.send("Runtime.evaluate", {expression, awaitPromise: true, returnByValue: true})).result.value;
  await evaluate(axe);
  const result = JSON.parse(await evaluate(`axe.run(document, {runOnly: {type: "tag", values: ${JSON.stringify(tags)}}, iframes: false}).then((r) => JSON.stringify({violations: r.violations.map((v) => v.id + ": " + v.help + ": " + v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(" | ")), passes: r.passes.length}))`));
  for (const violation of result.violations) check(false, `${name}: ${violation}`);
  check(result.passes > 15, `${name}: axe looked at something`);
  check(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${name}: wider than the window`);
  if (process.env.SCREENSHOTS) await page.screenshot({fullPage: true, path: path.join(process.env.SCREENSHOTS, `serve-${name}.png`)});
}

// Fills in the form and sends it; gives the heading when the run is done.
async function simulate(page, language, name, level) {
  await page.goto(`${address.origin}/${language}/`);
  await page.fill("[id='name']", name);
  await page.fill("[id='budget.level']", level);
  await page.fill("[id='population.scale']", language === "nb" ? "0,5" : "0.5");
  await page.fill("[id='replications']", "2");
  await page.click("form[action$='/runs'] button[type=submit]");
  await page.waitForSelector("iframe");
  return page.textContent("#run-title");
}

async function desktop(page) {
  const address_now = page.url();
  check(!address_now.includes("token"), "the secret does not stay in the address bar");
  await accessible(page, "form-" + new URL(address_now).pathname.split("/")[1]);
  await page.click("a[hreflang]");
  await accessible(page, "form-other-language");
  await page.evaluate(() => document.querySelectorAll("details").forEach((one) => one.open = true));
  await accessible(page, "form-unfolded");
  await page.goto(`${address.origin}/nb/`);
  await page.fill("[id='budget.level']", "mye");
  await page.click("form[action$='/runs'] button[type=submit]");
  check((await page.textContent(".faults")).includes("mye"), "a mistake is said");
  check(await page.getAttribute("[id='budget.level']", "aria-invalid") === "true", "and stands at its input");
  await accessible(page, "fault");
  const title = await simulate(page, "nb", "Mer penger", "8 000,5");
  check(title.includes("Mer penger"), title);
  await accessible(page, "report");
  const frame = page.frames().find((one) => one.url().endsWith("/report"));
  await frame.waitForSelector("figure .chart svg");
  check((await frame.textContent("h1")).includes("Mer penger"), "the report is beside the form");
  await simulate(page, "nb", "Mindre penger", "6000");
  await page.selectOption("[name=equal]", "as_given");
  await page.click("form.compare button");
  await page.waitForURL(/runs\/3$/); // the page before it has a report as well
  await page.waitForSelector("iframe");
  await accessible(page, "comparison");
  check((await page.textContent(".results table")).includes("budget.level"), "says where they differ");
}

async function phone(page) {
  await page.goto(`${address.origin}/en/runs/1`);
  await accessible(page, "phone");
}

async function without_script(page) {
  check((await simulate(page, "en", "No script", "7000")).includes("No script"), "works without script");
}

async function stopped(page) {
  await page.goto(`${address.origin}/en/`);
  await page.fill("[id='population.scale']", "10");
  await page.fill("[id='replications']", "10");
  await page.click("form[action$='/runs'] button[type=submit]");
  await page.waitForFunction(() => Number(document.querySelector("progress")?.value) > 0);
  await accessible(page, "progress");
  await page.click(".progress button");
  await page.waitForSelector(".notice");
  check((await page.textContent(".notice")).includes("Stopped"), "a run can be stopped");
}

(async () => {
  await browse({viewport: {width: 1400, height: 900}, locale: "nb-NO"}, desktop);
  await browse({viewport: {width: 360, height: 740}, locale: "en-GB"}, phone);
  await browse({viewport: {width: 1280, height: 900}, javaScriptEnabled: false}, without_script);
  await browse({viewport: {width: 1280, height: 900}}, stopped);
  if (failures) process.exitCode = 1;
  else console.log("the live page is as it should be");
})();
