// The live page works without this; with it the progress moves by itself and shares are added up.
"use strict";
(() => {
  const box = document.querySelector("[data-status]");
  async function look() {
    try {
      const status = await (await fetch(box.dataset.status)).json();
      if (status.stage !== "waiting" && status.stage !== "running") return location.reload();
      box.querySelector("progress").value = status.share;
      box.querySelector("[role=status]").textContent = status.text;
    } catch (error) {
      box.querySelector("[role=status]").textContent = String(error);
    }
    setTimeout(look, 700);
  }
  if (box) look();

  for (const sum of document.querySelectorAll("[data-sum]")) {
    const inputs = [...sum.closest("fieldset").querySelectorAll("input")];
    const add = () => {
      const all = inputs.map((input) => Number(input.value.replace(",", ".").replace(/[\s%]/g, "")));
      const total = all.reduce((a, b) => a + b, 0);
      const text = Number.isFinite(total) ? total.toLocaleString(document.documentElement.lang, {maximumFractionDigits: 2}) : "?";
      sum.textContent = sum.dataset.sum.replace("{}", text);
    };
    inputs.forEach((input) => input.addEventListener("input", add));
    add();
  }

  // What is wrong stands behind a fold; a link to it opens the fold, and the list is read first.
  const unfold = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
    if (target) target.focus();
  };
  addEventListener("hashchange", unfold);
  document.querySelector(".faults")?.focus();
})();
