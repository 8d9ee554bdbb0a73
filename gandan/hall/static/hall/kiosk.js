// The ticket machine: keys on the screen, back to the start when nobody is there, and an honest word when the network is gone.
const find = (selector) => document.querySelector(selector);
const all = (selector) => [...document.querySelectorAll(selector)];
const start = document.body.dataset.kiosk, isStart = location.pathname === start && !find("[name=token]") && !find("[data-search], [data-pad]");
const kiosk = find(".kiosk");

// What is typed here is never “unsaved work”: the page must leave without a question.
addEventListener("input", (event) => event.stopImmediatePropagation(), true);

const fit = () => { document.body.style.zoom = Math.min(innerWidth / 1080, innerHeight / 1920); };
addEventListener("resize", fit);
fit();

// Large type: for this person only, so it is forgotten at the start.
const large = find("[data-large]");
const isLarge = () => sessionStorage.getItem("chu-to") === "co";
if (isStart) sessionStorage.clear();
kiosk.classList.toggle("is-large", isLarge());
large.hidden = false;
large.addEventListener("click", () => { sessionStorage.setItem("chu-to", isLarge() ? "" : "co"); kiosk.classList.toggle("is-large", isLarge()); });

// Read aloud, where the browser has a Vietnamese voice: the question, then the answers.
const read = find("[data-read]");
const voice = () => globalThis.speechSynthesis?.getVoices().find((one) => one.lang.toLowerCase().startsWith("vi"));
const offer = () => { read.hidden = !voice(); };
globalThis.speechSynthesis?.addEventListener?.("voiceschanged", offer);
offer();
read.addEventListener("click", () => {
  const words = [...document.querySelectorAll("h1, .kiosk__hint, .kiosk__go span, .kiosk__to, .kiosk__wait")].map((one) => one.innerText).join(". ");
  speechSynthesis.cancel();
  speechSynthesis.speak(Object.assign(new SpeechSynthesisUtterance(words), { voice: voice(), lang: "vi-VN", rate: 0.9 }));
});

// Nobody there: asked after 30 seconds, at the start again after 45, with nothing left behind.
const ASK_AFTER = 30, WIPE_AFTER = 45;
let idle = 0;
const cover = find("[data-idle]"), left = find("[data-left]");
const wake = () => { idle = 0; cover.hidden = true; };
const wipe = () => { all("input").forEach((input) => { if (input.type !== "hidden") input.value = ""; }); globalThis.speechSynthesis?.cancel(); location.replace(start); };
["pointerdown", "keydown"].forEach((kind) => addEventListener(kind, wake, true));
find("[data-stay]").addEventListener("click", wake);
if (!isStart) {
  setInterval(() => {
    idle += 1;
    if (idle >= WIPE_AFTER) { wipe(); return; }
    cover.hidden = idle < ASK_AFTER;
    left.textContent = String(WIPE_AFTER - idle);
  }, 1000);
}
if (find("[data-closed]")) setInterval(() => location.replace(start), 60000);  // is it open by now?
addEventListener("pageshow", (event) => { if (event.persisted) location.replace(start); });

// The network: asked every ten seconds and before every step; without it the machine says where to go.
const gone = find("[data-offline-cover]");
async function reaches() {
  try {
    const answer = await fetch("/healthz", { cache: "no-store", signal: AbortSignal.timeout(4000) });
    gone.hidden = answer.ok;
    return answer.ok;
  } catch { gone.hidden = false; return false; }
}
setInterval(reaches, 10000);
addEventListener("offline", () => { gone.hidden = false; });
addEventListener("online", reaches);

// One touch, one step: the second touch of a finger that trembles is not heard.
let isAsking = false, isSure = false;
addEventListener("submit", async (event) => {
  if (isSure) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (isAsking) return;
  isAsking = true;
  const { target, submitter } = event;
  if (await reaches()) { isSure = true; target.requestSubmit(submitter); } else { isAsking = false; }
}, true);

// Keys on the screen. What is typed without marks is found all the same.
const key = (label, act, className = "") => {
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: label, className });
  button.addEventListener("click", act);
  return button;
};
const put = (input, text) => { input.value = (input.value + text).slice(0, input.maxLength > 0 ? input.maxLength : undefined); input.focus({ preventScroll: true }); };
const cut = (input) => { input.value = input.value.slice(0, -1); };
const digits = find("[data-digits]"), year = find("#nam");
if (digits) {
  digits.hidden = false;
  digits.append(...["1", "2", "3", "4", "5", "6", "7", "8", "9"].map((digit) => key(digit, () => put(year, digit))),
    key("Xóa", () => cut(year)), key("0", () => put(year, "0")), key("Xong", () => year.form.requestSubmit()));
}
const keyboard = find("[data-keyboard]"), words = find("#q");
if (keyboard) {
  keyboard.hidden = false;
  for (const row of ["qwertyuiop", "asdfghjklđ", "zxcvbnmâêô", "ăơư"]) {
    const line = document.createElement("div");
    line.append(...[...row].map((letter) => key(letter, () => put(words, letter))));
    if (row === "ăơư") line.append(key("Dấu cách", () => put(words, " "), "is-wide"), key("Xóa", () => cut(words), "is-wide"));
    keyboard.append(line);
  }
}

// A card reader types very fast and ends with Enter: what it types outside a field goes into the field of the card.
const card = find("#the");
if (card) {
  addEventListener("keydown", (event) => {
    if (event.target !== card && event.target !== year && event.key.length === 1) card.focus({ preventScroll: true });
    if (event.target === year && event.key === "|") { card.value = `${year.value}|`; year.value = ""; card.focus(); event.preventDefault(); }
  }, true);
}

// The slip: printed by the browser, then the machine is free for the next person.
find("[data-print]")?.addEventListener("click", () => { addEventListener("afterprint", wipe, { once: true }); print(); });
