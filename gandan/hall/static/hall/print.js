// One press prints the sheet.
document.querySelector("[data-print]")?.addEventListener("click", () => print());
