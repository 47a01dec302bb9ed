// A picture of a figure without its folded table: node take_picture.cjs PAGE ID FILE
"use strict";
const {pathToFileURL} = require("node:url");
const {check, browse, judge} = require("./browser_set_up.cjs");
const [page_file, id, file] = process.argv.slice(2);

judge(() => browse({viewport: {width: 900, height: 900}, deviceScaleFactor: 1.5}, {
  name: page_file,
  may_ask: (url) => ["file:", "data:", "blob:"].includes(url.protocol)
}, async (page) => {
  await page.goto(pathToFileURL(page_file).href);
  const figure = page.locator(`figure#${id}`);
  await figure.locator(".chart svg").first().waitFor();
  check(await figure.count() === 1, `${page_file}: has no figure ${id}`);
  await figure.evaluate((one) => one.querySelectorAll("details").forEach((part) => part.remove()));
  await figure.screenshot({path: file});
}), `${file} is taken`);
