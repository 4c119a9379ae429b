"use strict";
(() => {
  const every = (selector) => [...document.querySelectorAll(selector)];
  const one = (id) => document.getElementById(id);
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ");

  const mentions = every(".mention");
  const texts = new Map(mentions.map((mention) => [mention, fold(mention.textContent)]));
  const buttons = every("button[data-filter]");
  const text = one("text");
  const chosen = one("document");

  const pressed = (kind) =>
    buttons.filter((button) => button.dataset.filter === kind && button.getAttribute("aria-pressed") === "true");

  // Within one kind of filter any value fits; every kind in use must fit.
  const fits = (mention, wanted, words) =>
    wanted.every(([kind, values]) => {
      const own = mention.dataset[kind].split(" ");
      return values.some((value) => own.includes(value));
    }) &&
    (!chosen.value || mention.dataset.document === chosen.value) &&
    words.every((word) => texts.get(mention).includes(word));

  const show = () => {
    const wanted = ["status", "severity", "flag"]
      .map((kind) => [kind, pressed(kind).map((button) => button.dataset.value)])
      .filter(([, values]) => values.length);
    const words = fold(text.value).split(" ").filter(Boolean);
    for (const mention of mentions) mention.hidden = !fits(mention, wanted, words);
    for (const section of every(".document")) {
      section.hidden = !section.querySelector(".mention:not([hidden])") && mentions.length > 0;
    }
    for (const line of every("[data-of]")) line.hidden = one(line.dataset.of).hidden;
    for (const list of every(".listed")) list.hidden = !list.querySelector("li:not([hidden])");
    const count = mentions.filter((mention) => !mention.hidden).length;
    const filtered = wanted.length > 0 || words.length > 0 || chosen.value !== "";
    one("count").textContent = filtered ? `${count} of ${mentions.length} shown` : `${count} shown`;
    one("nothing").hidden = count > 0 || mentions.length === 0;
    one("clear").hidden = !filtered;
  };

  const clear = () => {
    for (const button of buttons) button.setAttribute("aria-pressed", "false");
    text.value = "";
    chosen.value = "";
    show();
  };

  for (const button of buttons) {
    button.addEventListener("click", () => {
      button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
      show();
    });
  }
  text.addEventListener("input", show);
  chosen.addEventListener("change", show);
  one("clear").addEventListener("click", () => {
    clear();
    text.focus();
  });

  // A link to a mention that is filtered away brings it back.
  const arrive = () => {
    const target = one(location.hash.slice(1));
    if (target && target.hidden) {
      clear();
      target.scrollIntoView();
    }
  };
  addEventListener("hashchange", arrive);

  document.documentElement.classList.add("ready");
  show();
})();
