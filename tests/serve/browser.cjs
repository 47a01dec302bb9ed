// An official's way through the live page: the form in both languages against WCAG 2.1 AA, a mistake and
// its message, a run with its progress, the report beside the form, a comparison, and the same without
// script.
//
//   node browser.cjs ADDRESS     see ../report/browser_set_up.cjs
"use strict";
const {check, browse, accessible: looked_at, picture, judge} = require("../report/browser_set_up.cjs");

const address = new URL(process.argv[2]);

const visit = (options, name, visitor) => browse(options, {
  name,
  may_ask: (url) => url.host === address.host,
  expected: (line) => line.includes("422") // a form with a mistake is one
}, async (page) => {
  await page.goto(address.href);
  await visitor(page);
});

async function accessible(page, name) {
  await looked_at(page, name);
  await picture(page, `serve-${name}.png`);
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

judge(async () => {
  await visit({viewport: {width: 1400, height: 900}, locale: "nb-NO"}, "desktop", desktop);
  await visit({viewport: {width: 360, height: 740}, locale: "en-GB"}, "phone", phone);
  await visit({viewport: {width: 1280, height: 900}, javaScriptEnabled: false}, "without script", without_script);
  await visit({viewport: {width: 1280, height: 900}}, "stopped", stopped);
}, "the live page is as it should be");
