"use strict";
// Narrows and orders the targets, and lays out the long tables when they are opened. Everything that comes
// from a file is set as text, never as markup.
(() => {
  const data = JSON.parse(document.getElementById("cchc-data").textContent);
  const { words, texts } = data;
  const language = document.documentElement.lang;
  const order = new Intl.Collator(language, { numeric: true });
  const number = new Intl.NumberFormat(language);
  const PAGE = 100;

  const say = (text, facts) => text.replace(/\{(\w+)\}/g, (place, name) => facts[name] ?? place);
  const plain = (text) =>
    text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/gi, "d").toLowerCase();

  function make(name, attributes = {}, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  }

  // Rows a hundred at a time; `row` makes the elements of one.
  function fill(body, rows, row, more) {
    let shown = 0;
    const next = () => {
      for (const each of rows.slice(shown, shown + PAGE)) body.append(...row(each));
      shown = Math.min(shown + PAGE, rows.length);
      const left = rows.length - shown;
      more.hidden = left === 0;
      more.textContent = say(words.more, { n: number.format(Math.min(PAGE, left)), all: number.format(left) });
    };
    body.replaceChildren();
    more.onclick = next;
    next();
  }

  // A wide table scrolls by itself, by keyboard too.
  function scrolled(table, label) {
    return make("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": label }, table);
  }

  function cellTable(members, withAgency) {
    const rows = members.map((member) => data.members[member]);
    const heads = [...(withAgency ? [words.agency] : []), words.item, words.value, words.place];
    const remarks = rows.some(([, cells]) => cells.some((cell) => texts[cell[5]]));
    const head = make("tr", {}, ...heads.map((text) => make("th", { scope: "col" }, text)));
    if (remarks) head.append(make("th", { scope: "col" }, words.remark));
    const body = make("tbody");
    const more = make("button", { type: "button", class: "more" });
    fill(body, rows, ([agency, cells]) => cells.map(([item, file, sheet, cell, value, remark], position) => {
      const within = [texts[sheet], cell].filter(Boolean).join("!");
      const place = [texts[file], within].filter(Boolean).join(" › ");
      const line = make("tr");
      if (withAgency && position === 0) {
        line.append(make("th", { scope: "rowgroup", rowspan: cells.length }, texts[agency]));
      }
      line.append(make("td", {}, texts[item]), make("td", { class: "number", "data-label": words.value }, value), make("td", { class: "file" }, place));
      if (remarks) line.append(make("td", {}, texts[remark]));
      return line;
    }), more);
    const table = make("table", { class: "stacks" }, make("thead", {}, head), body);
    return [scrolled(table, words.cells), more];
  }

  function openCells(details) {
    for (const [title, members] of data.groups[details.dataset.group]) {
      if (texts[title]) details.append(make("p", { class: "group-title" }, texts[title]));
      details.append(...cellTable(members, true));
    }
  }

  // A small bar with the bound across it; the figures beside it say the same.
  function bar(row) {
    if (row[VALUE] === null || row[BOUND] === null || row[VALUE] < 0 || Math.max(row[VALUE], row[BOUND]) > 100) return [];
    const reach = make("span", { class: `reach tone-${data.statuses[row[STATUS]]}` }), mark = make("span", { class: "bound" });
    reach.style.width = `${row[VALUE]}%`;
    mark.style.left = `${row[BOUND]}%`;
    return [make("span", { class: "mini", "aria-hidden": "true" }, reach, mark)];
  }

  const AGENCY = 0, WHEN = 1, STATUS = 2, VERDICT = 3, ASKED = 4, FIGURE = 5, PARTS = 6, REMARK = 7, VALUE = 8, BOUND = 9, CELLS = 10;

  function openAgencies(details) {
    const rows = data.tables[details.dataset.table];
    const severalPeriods = rows.some((row) => texts[row[WHEN]]);
    const columns = [
      [words.agency, (row) => texts[row[AGENCY]]],
      ...(severalPeriods ? [[words.period, (row) => texts[row[WHEN]]]] : []),
      [words.asked, (row) => texts[row[ASKED]]],
      [words.reached, (row) => row[VALUE]],
      [words.verdict, (row) => row[STATUS]],
    ];
    const body = make("tbody"), more = make("button", { type: "button", class: "more" });
    const find = make("input", { type: "search", autocomplete: "off" });
    const choose = make("select", {}, make("option", { value: "" }, words.choose));
    for (const verdict of new Set(rows.map((row) => row[VERDICT]))) {
      choose.append(make("option", { value: verdict }, texts[verdict]));
    }
    const found = make("p", { role: "status" });
    let sorted = null, descending = false;

    function show() {
      const sought = plain(find.value);
      let chosen = rows.filter((row) => plain(`${texts[row[AGENCY]]} ${texts[row[WHEN]]}`).includes(sought));
      if (choose.value !== "") chosen = chosen.filter((row) => row[VERDICT] === Number(choose.value));
      if (sorted) chosen.sort((one, other) => (descending ? -1 : 1) * compared(sorted(one), sorted(other)));
      found.textContent = say(words.rows, { n: number.format(chosen.length), all: number.format(rows.length) });
      fill(body, chosen, agencyRow, more);
    }

    function agencyRow(row) {
      const line = make("tr", {}, make("th", { scope: "row" }, texts[row[AGENCY]]));
      if (severalPeriods) line.append(make("td", {}, texts[row[WHEN]]));
      line.append(make("td", {}, texts[row[ASKED]]));
      const reached = make("td", {}, make("b", {}, row[FIGURE]), ...bar(row));
      reached.append(make("span", { class: "line soft" }, row[PARTS]));
      line.append(reached);
      const verdict = make("span", { class: `row-verdict tone-${data.statuses[row[STATUS]]}` }, texts[row[VERDICT]]);
      line.append(make("td", {}, verdict, make("span", { class: "line soft" }, row[REMARK])));
      const last = make("td");
      line.append(last);
      if (row[CELLS] < 0) return [line];
      const under = make("tr", {}, make("td", { colspan: columns.length + 1 }));
      under.hidden = true;
      const button = make("button", { type: "button", class: "plain", "aria-expanded": "false" }, words.open);
      button.onclick = () => {
        if (!under.firstChild.firstChild) under.firstChild.append(...cellTable([row[CELLS]], false));
        under.hidden = !under.hidden;
        button.setAttribute("aria-expanded", String(!under.hidden));
      };
      last.append(button);
      return [line, under];
    }

    const heads = columns.map(([name, value]) => {
      const button = make("button", { type: "button", title: say(words.sort_by, { n: name }) }, name);
      const head = make("th", { scope: "col", "aria-sort": "none" }, button);
      button.onclick = () => {
        descending = sorted === value && !descending;
        sorted = value;
        for (const each of heads) each.setAttribute("aria-sort", "none");
        head.setAttribute("aria-sort", descending ? "descending" : "ascending");
        show();
      };
      return head;
    });
    const head = make("thead", {}, make("tr", {}, ...heads, make("th", { scope: "col" }, words.cells)));
    find.oninput = show;
    choose.onchange = show;
    const tools = [make("label", {}, words.find, find), make("label", {}, words.verdict, choose), found];
    const table = make("table", {}, head, body);
    details.append(
      make("div", { class: "own-tools" }, ...tools), scrolled(table, words.agency), more,
    );
    show();
  }

  // Nothing known stands last, whatever the direction is called.
  function compared(one, other) {
    if (one === null || other === null) return (one === null) - (other === null);
    return typeof one === "number" ? one - other : order.compare(one, other);
  }

  for (const [kind, open] of [["cells", openCells], ["agencies", openAgencies]]) {
    for (const details of document.querySelectorAll(`details.${kind}`)) {
      details.addEventListener("toggle", () => {
        if (!details.open || details.dataset.filled) return;
        details.dataset.filled = "yes";
        open(details);
      });
    }
  }

  const tools = document.getElementById("tools");
  if (!tools) return;
  tools.hidden = false;
  const WORST = ["missed", "no_data", "not_evaluable", "inconclusive", "not_due", "met", "not_applicable"];
  const cards = [...document.querySelectorAll(".card")].map((element) => ({
    element,
    home: element.parentElement,
    words: plain(element.textContent),
    targets: [...element.querySelectorAll(".target")],
  }));
  const all = cards.reduce((sum, card) => sum + card.targets.length, 0);
  const sorted = document.getElementById("sorted");
  let ordered = "";

  function narrow() {
    const wanted = Object.fromEntries(new FormData(tools));
    const sought = plain(wanted.words).split(/\s+/).filter(Boolean);
    const narrowed = ["status", "level", "period"].filter((name) => wanted[name]);
    let shown = 0;
    for (const card of cards) {
      const matches =
        (!wanted.area || card.element.dataset.area === wanted.area) &&
        sought.every((word) => card.words.includes(word));
      let here = 0;
      for (const target of card.targets) {
        target.hidden = !(matches && narrowed.every((name) => target.dataset[name] === wanted[name]));
        here += !target.hidden;
      }
      card.element.hidden = card.targets.length ? here === 0 : !matches || narrowed.length > 0;
      shown += here;
    }
    arrange(wanted.sort);
    for (const area of document.querySelectorAll(".area")) area.hidden = !area.querySelector(".card:not([hidden])");
    document.getElementById("found").textContent = say(words.shown, { n: number.format(shown), all: number.format(all) });
    document.getElementById("nothing-found").hidden = cards.some((card) => !card.element.hidden);
  }

  const visible = (card) => card.targets.filter((target) => !target.hidden);
  const least = (numbers) => (numbers.length ? Math.min(...numbers) : null);
  const RANKS = {
    status: (card) => least(visible(card).map((target) => WORST.indexOf(target.dataset.status))),
    gap: (card) => least(visible(card).filter((target) => target.dataset.gap).map((target) => Number(target.dataset.gap))),
    name: (card) => card.element.dataset.name,
  };

  function arrange(by) {
    if (!by && !ordered) return;
    ordered = by;
    sorted.hidden = !by;
    if (!by) {
      for (const card of cards) card.home.append(card.element);
      return;
    }
    const ranked = cards.map((card) => [RANKS[by](card), card]);
    ranked.sort(([one], [other]) => compared(one, other));
    sorted.append(...ranked.map(([, card]) => card.element));
  }

  tools.addEventListener("input", narrow);
  tools.addEventListener("submit", (event) => event.preventDefault());
  document.getElementById("clear").addEventListener("click", () => {
    tools.reset();
    narrow();
  });
  narrow();

  // Clauses belong to a printed page; what was closed is closed again afterwards.
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details.clauses:not([open])")];
    for (const details of opened) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of opened) details.open = false;
  });
})();
