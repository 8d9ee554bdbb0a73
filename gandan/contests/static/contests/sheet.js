// The mark sheet by keyboard: the sum as points are typed, ↑ ↓ from criterion to criterion, Enter saves the draft.
const form = document.querySelector("[data-sheet]");
const fields = [...(form?.querySelectorAll("[data-most]") ?? [])];
const sum = form?.querySelector("[data-sum]");
const points = (field) => Number(field.value.trim().replace(",", "."));
const shown = new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 2 });

function add() {
  fields.forEach((field) => field.classList.toggle("is-over", !(points(field) >= 0 && points(field) <= Number(field.dataset.most))));
  sum.textContent = fields.every((field) => !field.value.trim()) ? "–" : shown.format(fields.reduce((all, field) => all + (points(field) || 0), 0));
}
fields.forEach((field, place) => {
  field.addEventListener("input", add);
  field.addEventListener("keydown", (event) => {
    const next = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (next && fields[place + next]) { event.preventDefault(); fields[place + next].select(); fields[place + next].focus(); }
    if (event.key === "Enter") { event.preventDefault(); form.requestSubmit(form.querySelector("[name=draft]")); }
  });
});
if (fields.length && !fields[0].disabled) { fields[0].focus(); add(); }
