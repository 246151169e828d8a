"use strict";
(() => {
  const find = document.getElementById("find");
  const parent = document.getElementById("parent");
  const nothing = document.getElementById("nothing");
  const rows = [...document.querySelectorAll("tr[data-found-by]")];
  const bare = (text) =>
    text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replaceAll("đ", "d").trim();
  const show = () => {
    const words = bare(find.value).split(/\s+/);
    const under = parent ? parent.value : "";
    let shown = 0;
    for (const row of rows) {
      const fits = words.every((word) => row.dataset.foundBy.includes(word));
      row.hidden = !fits || (under !== "" && row.dataset.parent !== under);
      shown += row.hidden ? 0 : 1;
    }
    for (const group of document.querySelectorAll(".group")) {
      group.hidden = group.querySelector("tr[data-found-by]:not([hidden])") === null;
    }
    nothing.hidden = shown > 0;
  };
  find.addEventListener("input", show);
  if (parent) parent.addEventListener("change", show);
  find.form.addEventListener("submit", (event) => event.preventDefault());
  show();
})();
