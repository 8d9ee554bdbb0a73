// A box above a long list of procedures shows only those that match, diacritics or not. Without script the list stands whole.
const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();

for (const picker of document.querySelectorAll("[data-picker]")) {
  const box = picker.querySelector("[data-picker-find]"), count = picker.querySelector("[data-picker-count]");
  const groups = [...picker.querySelectorAll("details")];
  const opened = new Map(groups.map((group) => [group, group.open]));
  box.addEventListener("keydown", (event) => { if (event.key === "Enter") event.preventDefault(); });
  box.addEventListener("input", () => {
    const words = fold(box.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const group of groups) {
      const rows = [...group.querySelectorAll("[data-words]")];
      for (const row of rows) row.hidden = !words.every((word) => fold(row.dataset.words).includes(word));
      const left = rows.filter((row) => !row.hidden).length;
      shown += left;
      group.hidden = !left;
      group.open = words.length ? left > 0 : opened.get(group);
    }
    count.textContent = words.length ? (shown ? `${shown} thủ tục khớp` : "Không có thủ tục nào khớp. Thử tên khác.") : "";
  });
}
