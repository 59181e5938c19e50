// What neither the browser nor htmx does by itself: the dialog of the search, the keys that lead
// somewhere, where focus goes when a part of the page is replaced, and answers that never came.
(() => {
  "use strict";
  const first = (selector, within = document) => within.querySelector(selector);
  const palette = first("#palette");
  const keys = first("#keys"); // not there where the keys are switched off
  const trouble = first("#trouble");

  // The search: a combobox whose list of options htmx fills (ARIA Authoring Practices Guide).
  const field = palette && first("[role=combobox]", palette);
  const list = palette && first("#found", palette);
  const options = () => [...list.querySelectorAll("[role=option]:not([aria-disabled])")];
  const chosen = () => first("[aria-selected=true]", list);

  function choose(option) {
    chosen()?.setAttribute("aria-selected", "false");
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) field.setAttribute("aria-activedescendant", option.id);
    else field.removeAttribute("aria-activedescendant");
  }

  function filled() {
    list.hidden = !list.children.length;
    field.setAttribute("aria-expanded", String(!list.hidden));
    choose(options()[0]);
  }

  function openSearch() {
    if (!palette.open) palette.showModal();
    field.focus();
  }

  function onSearchKey(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const all = options();
    if (step && all.length) {
      const at = all.indexOf(chosen());
      choose(all[(Math.max(at, step < 0 ? 0 : -1) + step + all.length) % all.length]);
    } else if (event.key === "Enter" && chosen()) {
      chosen().click();
    } else if (event.key === "Escape") {
      palette.close();
    } else {
      return;
    }
    event.preventDefault();
  }

  if (palette) {
    field.addEventListener("keydown", onSearchKey);
    list.addEventListener("htmx:afterSwap", filled);
    palette.addEventListener("close", () => {
      field.value = "";
      list.replaceChildren();
      filled();
    });
    palette.addEventListener("click", (event) => event.target === palette && palette.close());
    filled();
  }

  // The keys. Two belong together where the second follows soon.
  const SOON = 1500; // milliseconds
  let before = { key: "", at: -SOON };

  const writing = (element) =>
    element.closest?.("input, textarea, select, [contenteditable]") || element.isContentEditable;

  function linkOf(event) {
    const together = event.timeStamp - before.at < SOON ? `${before.key} ${event.key}` : "";
    before = { key: event.key, at: event.timeStamp };
    const links = [...keys.querySelectorAll("[data-keys]")];
    const called = (name) => links.find((each) => each.dataset.keys === name);
    return called(together) ?? called(event.key);
  }

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || event.altKey || !palette) return;
    const withCtrl = event.ctrlKey || event.metaKey;
    if (withCtrl && !event.shiftKey && event.key.toLowerCase() === "k") {
      event.preventDefault();
      keys?.close();
      openSearch();
    } else if (!withCtrl && keys && !first("dialog[open]") && !writing(event.target)) {
      const link = linkOf(event);
      if (!link) return;
      event.preventDefault();
      if (link.dataset.keys === "/") openSearch();
      else if (link.dataset.keys === "?") keys.showModal();
      else link.click();
    }
  });

  // Focus: what was pressed may be gone. Then the row that came in its place is next, or the list.
  let row = -1;

  document.addEventListener("htmx:beforeRequest", (event) => {
    const pressed = event.target.closest("#need li");
    row = pressed ? [...pressed.parentNode.children].indexOf(pressed) : -1;
  });

  document.addEventListener("htmx:afterSettle", (event) => {
    const { target } = event.detail;
    if (document.activeElement !== document.body || !target?.isConnected) return;
    const rows = target.id === "need" && row >= 0 ? [...target.querySelectorAll("li")] : [];
    const next = rows[Math.min(row, rows.length - 1)];
    const inside = next && first("button, a", next);
    if (!inside) target.tabIndex = -1;
    (inside ?? target).focus({ preventScroll: !inside });
  });

  // Faults: the server's own sentence comes by itself; this is for when there is none.
  function unreached() {
    const sentence = document.createElement("p");
    sentence.textContent = trouble.dataset.unreached;
    trouble.replaceChildren(sentence);
    trouble.scrollIntoView({ block: "nearest" });
  }

  document.addEventListener("htmx:sendError", unreached);
  document.addEventListener("htmx:timeout", unreached);
  document.addEventListener("htmx:beforeSwap", (event) => {
    const { xhr } = event.detail;
    if (xhr.status < 400 || xhr.getResponseHeader("HX-Retarget")) return;
    event.detail.shouldSwap = false;
    unreached();
  });
})();
