// Conveniences on top of pages that work without script.
const find = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];

// Error summary: the first thing a person hears after a form comes back.
find("[data-summary]")?.focus();

// Forms: send once, warn before what was typed is lost.
let isDirty = false;
addEventListener("input", (event) => { if (event.target.form?.method === "post") isDirty = true; });
addEventListener("beforeunload", (event) => { if (isDirty) event.preventDefault(); });
addEventListener("submit", (event) => {
  if (event.defaultPrevented) return;
  const form = event.target;
  if (form.method !== "post") return;
  if (form.dataset.sent) { event.preventDefault(); return; }
  if (!navigator.onLine) { event.preventDefault(); tellOffline(event.submitter ?? form.lastElementChild); return; }
  isDirty = false;
  form.dataset.sent = "yes";
  // After this turn: a disabled button would not send its own name and value.
  setTimeout(() => all("button:not([type=button])", form).forEach((button) => { button.disabled = true; button.dataset.held = ""; }));
});
// No network: leaving for the browser's own error page would lose what was typed.
function tellOffline(beside) {
  if (find("[data-offline]")) return;
  const told = document.createElement("div");
  told.className = "notice notice--late";
  told.dataset.offline = "";
  told.setAttribute("role", "alert");
  told.append(Object.assign(document.createElement("p"), { textContent: "Chưa gửi được, mạng bị ngắt. Những gì đã điền vẫn còn. Có mạng lại thì bấm lần nữa." }));
  (beside.closest("p, .buttons") ?? beside).before(told);
}
addEventListener("online", () => find("[data-offline]")?.remove());
addEventListener("pageshow", () => {
  all("form[data-sent]").forEach((form) => delete form.dataset.sent);
  all("button[data-held]").forEach((button) => { button.disabled = false; delete button.dataset.held; });
});

// Photo: show it before it is sent.
addEventListener("change", (event) => {
  const drop = event.target.closest?.("[data-drop]");
  if (!drop || event.target.type !== "file") return;
  const files = [...event.target.files];
  const preview = find("[data-preview]", drop), name = find("[data-name]", drop);
  const image = files.find((file) => file.type.startsWith("image/"));
  if (preview) {
    if (preview.src) URL.revokeObjectURL(preview.src);
    preview.hidden = !image;
    if (image) { preview.src = URL.createObjectURL(image); preview.alt = `Ảnh vừa chọn: ${image.name}`; }
  }
  if (name) name.textContent = files.map((file) => file.name).join(", ");
});

// Keys of the officer; never inside a field.
const isTyping = (target) => target.closest?.("input, textarea, select, [contenteditable]");
const rows = () => all(".table tbody tr").filter((row) => find("a[href]", row));
function choose(by) {
  const list = rows();
  if (!list.length) return;
  const at = list.findIndex((row) => row.classList.contains("is-here"));
  const next = list[Math.min(list.length - 1, Math.max(0, at < 0 ? 0 : at + by))];
  list.forEach((row) => row.classList.toggle("is-here", row === next));
  find("a[href]", next).focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
}
function turn(by) {
  const papers = all("[data-papers] a[href]");
  const at = papers.findIndex((paper) => paper.hasAttribute("aria-current"));
  papers[at + by]?.click();
}
function openKeys() {
  const keys = document.getElementById("phim");
  if (keys) { keys.open = true; keys.scrollIntoView({ block: "end" }); find("summary", keys).focus(); }
}
const keys = {
  ArrowDown: () => choose(1),
  ArrowUp: () => choose(-1),
  Enter: () => find(".table .is-here a[href]")?.click(),
  "/": () => document.getElementById("tim")?.focus(),
  "?": openKeys,
  "[": () => turn(-1),
  "]": () => turn(1),
};
const letters = Object.fromEntries(all("[data-key]").map((button) => [button.dataset.key.toLowerCase(), button]));
if (document.body.classList.contains("officer")) {
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (event.key === "Enter" && event.target.closest("a, button, summary")) return;
    if (event.key.startsWith("Arrow") && !rows().length) return;
    const act = keys[event.key] ?? (letters[event.key.toLowerCase()] && (() => letters[event.key.toLowerCase()].click()));
    if (!act) return;
    event.preventDefault();
    act();
  });
  find("[data-open=phim]")?.addEventListener("click", (event) => { event.preventDefault(); openKeys(); });
}

// Live list: the server says that something changed, the person decides when to look.
const live = document.body.dataset.live, bar = find("[data-live-bar]");
if (live && bar) new EventSource(live, { withCredentials: true }).addEventListener("changed", () => { bar.hidden = false; });

// The menu of further pages closes as menus do: on Escape, and when one clicks elsewhere.
const more = find("[data-more]");
if (more) {
  addEventListener("click", (event) => { if (!more.contains(event.target)) more.open = false; });
  addEventListener("keydown", (event) => { if (event.key === "Escape" && more.open) { more.open = false; find("summary", more).focus(); } });
}
