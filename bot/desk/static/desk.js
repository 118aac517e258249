// Makes the pages more convenient; every one of them works without.
(() => {
  const tickAll = () => {
    const head = document.querySelector("th.tick");
    const form = document.querySelector("form.bulk");
    if (!head || !form || head.querySelector("input")) return;
    const boxes = () => [...form.querySelectorAll('input[name="dossier"]')];
    const all = Object.assign(document.createElement("input"), { type: "checkbox" });
    all.setAttribute("aria-label", "Cocher tous les dossiers de la page");
    all.addEventListener("change", () => boxes().forEach((box) => { box.checked = all.checked; }));
    form.addEventListener("change", () => {
      const ticked = boxes().filter((box) => box.checked).length;
      all.checked = ticked === boxes().length;
      all.indeterminate = ticked > 0 && !all.checked;
    });
    head.replaceChildren(all);
  };
  const showTab = () => {
    const tabs = document.querySelector(".tabs");
    const open = tabs && tabs.querySelector("[aria-current]");
    if (open) tabs.scrollLeft = open.offsetLeft - (tabs.clientWidth - open.offsetWidth) / 2;
  };
  const link = document.getElementById("lien");
  if (link) link.addEventListener("focus", () => link.select());
  const wrong = document.getElementById("problemes");
  if (wrong) wrong.focus();
  const refresh = () => { tickAll(); showTab(); };
  document.addEventListener("htmx:afterSwap", refresh);
  refresh();
})();
