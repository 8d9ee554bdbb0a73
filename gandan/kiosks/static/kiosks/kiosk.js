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
  if (navigator.onLine) end.requestSubmit();
  else quiet = ASK_SECONDS; // the page is empty; the server is told when the network is back
}
if (asked && end) {
  setInterval(second, 1000);
  ["pointerdown", "keydown", "change"].forEach((kind) => addEventListener(kind, touched, { passive: true }));
}

// --- Network ---
const offline = find("[data-no-network]");
const network = () => { if (offline) offline.hidden = navigator.onLine; };
addEventListener("online", network);
addEventListener("offline", network);
network();
addEventListener("click", (event) => {
  if (!navigator.onLine && event.target.closest?.("a[href], form button")) { event.preventDefault(); network(); offline?.scrollIntoView(); }
}, true);

// --- The machine lives ---
const beat = () => fetch(screen_.dataset.beat, { method: "POST" }).catch(() => {});
beat();
setInterval(beat, 60_000);
// The first page looks anew from time to time: hours, paper, the programme.
if (!screen_.hasAttribute("data-visit")) setTimeout(() => { if (navigator.onLine) location.reload(); }, 300_000);

// --- Has the bank told of the money? ---
const paid = find("[data-paid]")?.dataset.paid;
if (paid) {
  const ask = setInterval(async () => {
    const answer = await fetch(paid).then((told) => told.json()).catch(() => null);
    if (answer?.paid) { clearInterval(ask); location.reload(); }
  }, 5000);
}

// --- Reader: it types and presses Enter; keep its field ready ---
const scan = find("form[data-scan] input[name=payload]");
if (scan) addEventListener("keydown", (event) => {
  const isElsewhere = !event.target.closest?.("input, textarea, select");
  if (isElsewhere && event.key.length === 1) scan.focus();
});
