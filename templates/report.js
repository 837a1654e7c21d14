/* Filters the requirements and unfolds them. The page can be read, searched and printed without it. */
"use strict";
(function () {
  const form = document.getElementById("filter");
  const shown = document.getElementById("shown");
  const fold = document.getElementById("fold");
  const items = Array.from(document.querySelectorAll("[data-verdict]"), function (node) {
    return { node: node, text: node.textContent.toLowerCase() };
  });
  const holders = document.querySelectorAll(".group, .layer");
  const folded = document.querySelectorAll("main details");
  const MARK = "#?";

  function chosen() {
    const picked = new FormData(form);
    return {
      verdicts: picked.getAll("verdict"),
      layer: picked.get("layer"),
      location: picked.get("location") || "",
      text: picked.get("text").trim().toLowerCase(),
    };
  }

  /* Any of the chosen verdicts, and the layer, the location and the text. */
  function fits(item, want) {
    const data = item.node.dataset;
    return (!want.verdicts.length || want.verdicts.includes(data.verdict)) &&
      (!want.layer || want.layer === data.layer) &&
      (!want.location || (data.places || "").split("\n").includes(want.location)) &&
      (!want.text || item.text.includes(want.text));
  }

  function apply() {
    const want = chosen();
    let count = 0;
    for (const item of items) {
      const keep = fits(item, want);
      item.node.classList.toggle("filtered-out", !keep);
      count += keep;
    }
    for (const holder of holders) {
      holder.classList.toggle("filtered-out", !holder.querySelector("[data-verdict]:not(.filtered-out)"));
    }
    shown.textContent = shown.dataset.words.replace("%n", count).replace("%m", items.length);
    return want;
  }

  /* The choice goes into the address, so that a link to it can be mailed. */
  function remember(want) {
    const kept = new URLSearchParams();
    want.verdicts.forEach(function (verdict) { kept.append("verdict", verdict); });
    if (want.layer) { kept.set("layer", want.layer); }
    if (want.location) { kept.set("location", want.location); }
    if (want.text) { kept.set("text", want.text); }
    const hash = kept.toString();
    try {
      history.replaceState(null, "", hash ? MARK + hash : location.pathname + location.search);
    } catch (error) { /* some browsers refuse this for files; the filter works all the same */ }
  }

  function recall(hash) {
    const kept = new URLSearchParams(hash.startsWith(MARK) ? hash.slice(MARK.length) : "");
    for (const box of form.querySelectorAll("[name=verdict]")) {
      box.checked = kept.getAll("verdict").includes(box.value);
    }
    form.elements.layer.value = kept.get("layer") || "";
    if (form.elements.location) { form.elements.location.value = kept.get("location") || ""; }
    form.elements.text.value = kept.get("text") || "";
    apply();
  }

  /* A link to a requirement shows it, whatever the filter and the folds. */
  function reveal() {
    if (location.hash.startsWith(MARK)) { recall(location.hash); return; }
    const target = document.querySelector(":target");
    if (!target) { return; }
    if (target.matches(".filtered-out, .filtered-out *")) { recall(""); }
    const inside = target.querySelector(":scope > details");
    if (inside) { inside.open = true; }
    target.scrollIntoView();
  }

  function unfoldAll(open) {
    folded.forEach(function (each) { each.open = open; });
    fold.textContent = open ? fold.dataset.close : fold.dataset.open;
  }

  let before = [];
  window.addEventListener("beforeprint", function () {
    before = Array.from(folded).filter(function (each) { return !each.open; });
    before.forEach(function (each) { each.open = true; });
  });
  window.addEventListener("afterprint", function () {
    before.forEach(function (each) { each.open = false; });
  });

  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("input", function () { remember(apply()); });
  form.addEventListener("reset", function () { setTimeout(function () { remember(apply()); }); });
  fold.addEventListener("click", function () { unfoldAll(fold.textContent === fold.dataset.open); });
  window.addEventListener("hashchange", reveal);
  form.hidden = false;
  apply();
  reveal();
}());
