// One choice for every line that is still empty; without script each line is chosen by itself.
const all = document.querySelector("[data-all]");
if (all) {
  all.hidden = false;
  all.querySelector("button").addEventListener("click", () => {
    for (const one of document.querySelectorAll(".endings select")) if (!one.value) one.value = all.querySelector("select").value;
  });
}
