// The touch screen: ask after 60 s, wipe at 90 s; say when there is no network; tell the server that the machine lives.
const screen_ = document.querySelector(".aps__screen");
const find = (selector) => document.querySelector(selector);

// A page that comes back from the browser's memory asks the server whether its visit still goes on.
addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
// Nobody is asked "leave this page?" at a machine.
document.addEventListener("input", (event) => event.stopPropagation());

// --- Idle ---
const ASK_SECONDS = Number(find("[data-wait]")?.dataset.wait ?? 60), COUNT = 30;
const asked = find("[data-idle]"), count = find("[data-count]"), end = find("form[data-end]");
let quiet = 0;
function touched() {
  quiet = 0;
  if (asked && !asked.hidden) asked.hidden = true;
}
function second() {
  quiet += 1;
  if (quiet < ASK_SECONDS) return;
  if (asked.hidden) { asked.hidden = false; find("[data-stay]")?.focus(); }
  const rest = ASK_SECONDS + COUNT - quiet;
  count.textContent = String(Math.max(0, rest));
  if (rest <= 0) wipe();
}
function wipe() {
  document.querySelectorAll("input, textarea").forEach((field) => { if (field.type !== "hidden") field.value = ""; });
  find("main").hidden = true;
  quiet = ASK_SECONDS; // the page is empty; without the server it is told later
  end.requestSubmit();
}
if (asked && end) {
  setInterval(second, 1000);
  ["pointerdown", "keydown", "change"].forEach((kind) => addEventListener(kind, touched, { passive: true }));
}

// --- Network: the server itself is asked, for the cable may be in while the server is gone ---
const offline = find("[data-no-network]");
const EVERY = 60_000, WHILE_GONE = 3_000, AGAIN_FIRST = 300_000;
let isThere = true, isAsking = false, next;
async function ask(method) {
  try {
    isThere = (await fetch(screen_.dataset.beat, { method, signal: AbortSignal.timeout(4000) })).status < 500;
  } catch { isThere = false; }
  offline.hidden = isThere;
  clearTimeout(next);
  next = setTimeout(beat, isThere ? EVERY : WHILE_GONE);
  return isThere;
}
// Nobody leaves a page for one that cannot come: what was typed stays until the server answers.
async function leave(event, go) {
  event.preventDefault();
  if (isAsking) return;
  isAsking = true;
  const may = await ask("HEAD");
  isAsking = false;
  if (may) go(); else offline.scrollIntoView({ block: "center" });
}
document.addEventListener("submit", (event) => {
  const form = event.target, pressed = event.submitter;
  if (form.dataset.sure !== undefined) { delete form.dataset.sure; return; }
  leave(event, () => { form.dataset.sure = ""; form.requestSubmit(pressed); });
}, true);
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href]");
  if (link && !link.hash) leave(event, () => location.assign(link.href));
}, true);

// --- The machine lives; while the server is gone it is asked often, and the page goes on when it is back ---
const hasVisit = screen_.hasAttribute("data-visit"), opened = Date.now();
async function beat() {
  const was = isThere, is = await ask("POST");
  if (!is) return;
  if (find("main").hidden) end?.requestSubmit();
  else if (!hasVisit && (!was || Date.now() - opened > AGAIN_FIRST)) location.reload(); // hours, paper, the programme
}
beat();
addEventListener("offline", () => ask("HEAD"));
addEventListener("online", () => ask("HEAD"));

// --- Has the bank told of the money? ---
const paid = find("[data-paid]")?.dataset.paid;
if (paid) {
  const asking = setInterval(async () => {
    const answer = await fetch(paid).then((told) => told.json()).catch(() => null);
    if (answer?.paid) { clearInterval(asking); location.reload(); }
  }, 5000);
}

// --- Reader: it types and presses Enter; keep its field ready ---
const scan = find("form[data-scan] input[name=payload]");
if (scan) addEventListener("keydown", (event) => {
  const isElsewhere = !event.target.closest?.("input, textarea, select");
  if (isElsewhere && event.key.length === 1) scan.focus();
});
