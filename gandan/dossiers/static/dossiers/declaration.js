// Questions that depend on an earlier answer are hidden until it is given. Without script they stand there with a hint.
const asked = [...document.querySelectorAll("[data-when]")];

function answerTo(name) {
  const inputs = [...document.getElementsByName(name)];
  const chosen = inputs.find((input) => input.type !== "radio" || input.checked);
  if (!chosen) return "";
  return chosen.type === "checkbox" ? String(chosen.checked) : chosen.value;
}

function show() {
  for (const part of asked) {
    if (document.getElementsByName(part.dataset.when).length) part.hidden = answerTo(part.dataset.when) !== part.dataset.equals;
  }
}

for (const words of document.querySelectorAll("[data-when-words]")) words.hidden = true;
addEventListener("change", show);
show();
