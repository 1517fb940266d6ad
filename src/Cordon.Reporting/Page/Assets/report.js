"use strict";
(() => {
  const by = (id) => document.getElementById(id);
  const root = document.documentElement;

  const theme = by("theme");
  const dark = () => (root.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  const tellTheme = () => theme.setAttribute("aria-pressed", String(dark()));
  theme.addEventListener("click", () => {
    root.dataset.theme = dark() ? "light" : "dark";
    tellTheme();
  });
  by("theme-box").hidden = false;
  tellTheme();

  // A link to a finding opens what it lies in.
  const reveal = () => {
    const place = location.hash.length > 1 ? by(location.hash.slice(1)) : null;
    for (let at = place; at; at = at.parentElement) {
      if (at.tagName === "DETAILS") {
        at.open = true;
      }
    }
    if (place) {
      place.scrollIntoView();
    }
  };
  addEventListener("hashchange", reveal);
  reveal();

  const tools = by("tools");
  if (!tools) {
    return;
  }

  const box = by("cards");
  const cards = [...box.children];
  const search = by("search");
  const outcome = by("outcome");
  const organisation = by("organisation");
  const order = by("order");
  const texts = new Map();

  const matches = (card, words) => {
    if (outcome.value && card.dataset.outcome !== outcome.value) {
      return false;
    }
    if (organisation && organisation.value && card.dataset.organisation !== organisation.value) {
      return false;
    }
    if (words.length === 0) {
      return true;
    }
    if (!texts.has(card)) {
      texts.set(card, card.textContent.toLowerCase());
    }
    return words.every((word) => texts.get(card).includes(word));
  };

  const filter = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const card of cards) {
      card.hidden = !matches(card, words);
      shown += card.hidden ? 0 : 1;
    }
    by("shown").textContent = `${shown} of ${cards.length} incidents shown`;
  };

  const sort = () => {
    const key = order.value;
    const sign = key === "targets" ? -1 : 1;
    const rank = (card) => Number(card.dataset.rank);
    cards.sort((a, b) => sign * (Number(a.dataset[key]) - Number(b.dataset[key])) || rank(a) - rank(b));
    box.append(...cards);
  };

  const expand = (open) => {
    for (const details of box.querySelectorAll("details")) {
      details.open = open;
    }
  };

  search.addEventListener("input", filter);
  outcome.addEventListener("change", filter);
  if (organisation) {
    organisation.addEventListener("change", filter);
  }
  order.addEventListener("change", sort);
  by("expand").addEventListener("click", () => expand(true));
  by("collapse").addEventListener("click", () => expand(false));
  tools.hidden = false;
  filter();
})();
