// Plays the plan of the hour, hour after hour; writes down what was really shown; goes on from what is kept without a network.
const stage = document.querySelector("[data-stage]"), screen = document.querySelector(".led");
const ASK_EVERY = 20000, SEND_EVERY = 60000, MOST_LINES = 5000, BATCH = 400;
let programme = JSON.parse(document.getElementById("chuong-trinh").textContent), ahead = programme.at - Date.now();
const now = () => Date.now() + ahead;

if ("serviceWorker" in navigator) navigator.serviceWorker.register(stage.dataset.worker, { scope: stage.dataset.scope }).catch(() => {});

// The hour of Viet Nam, whatever the clock of this computer is set to.
const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23", timeZone: "Asia/Ho_Chi_Minh" });
const inHour = () => {
  const [hour, minute, second] = clock.format(now()).split(":").map(Number);
  return { hour, at: minute * 60 + second };
};
const wait = (seconds) => new Promise((done) => setTimeout(done, Math.max(0, seconds) * 1000));

const words = (text) => Object.assign(document.createElement("p"), { className: `led__text${text.length > 90 ? " led__text--long" : ""}`, textContent: text });
function show(element, { urgent = false, picture = false } = {}) {
  screen.classList.toggle("is-urgent", urgent);
  screen.classList.toggle("has-picture", picture);
  stage.replaceChildren(...(element ? [element] : []));
}
const urgent = () => (programme.interruption && programme.interruption.until > now() ? programme.interruption : null);
const isOver = (until) => now() >= until || Boolean(urgent());

// One spot, until its end or until something urgent comes. Returns the seconds it was really seen; 0 when it could not be shown.
async function playSpot(clip, seconds) {
  const begun = now(), until = begun + seconds * 1000;
  const element = clip.kind === "text" ? words(clip.text) : Object.assign(document.createElement(clip.kind === "image" ? "img" : "video"), { src: clip.file, alt: clip.title, muted: true });
  if (clip.kind === "video") element.playsInline = true;
  try {
    if (clip.kind === "image") await element.decode();
    show(element, { picture: clip.kind !== "text" });
    if (clip.kind === "video") await element.play();
  } catch { await wait(2); return 0; }
  while (!isOver(until) && !(element.ended ?? false)) await wait(Math.min(0.25, (until - now()) / 1000));
  if (clip.kind === "video") element.removeAttribute("src");
  return Math.round((now() - begun) / 1000);
}

async function run() {
  for (;;) {
    const message = urgent();
    if (message) { show(words(message.words), { urgent: true }); await wait(1); continue; }
    const { hour, at } = inHour();
    const spot = (programme.plan[hour] ?? []).find(([from, , seconds]) => at >= from && at < from + seconds);
    const clip = spot && programme.clips[spot[1]];
    if (!clip) { show(null); await wait(1); continue; }
    const begun = new Date(now()), seen = await playSpot(clip, spot[0] + spot[2] - at);
    if (seen >= 1) note(spot[1], begun, seen);
  }
}

// The log waits in the browser's store until the server has it; the same line sent twice is kept once there.
const NAME = `nhat-ky ${stage.dataset.log}`;
const lines = () => { try { return JSON.parse(localStorage.getItem(NAME)) ?? []; } catch { return []; } };
function note(clip, begun, seconds) {
  localStorage.setItem(NAME, JSON.stringify([...lines(), [Number(clip), begun.toISOString(), seconds]].slice(-MOST_LINES)));
}
async function send() {
  const batch = lines().slice(0, BATCH);
  if (!batch.length) return;
  try {
    const answer = await fetch(stage.dataset.log, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ plays: batch }) });
    if (!answer.ok) return;
    const sent = new Set(batch.map(String));
    localStorage.setItem(NAME, JSON.stringify(lines().filter((line) => !sent.has(String(line)))));
  } catch { /* no network: the lines wait */ }
}
async function ask() {
  try {
    const answer = await fetch(`${location.pathname}?dang=json`, { cache: "no-store" });
    if (!answer.ok) return;
    const told = await answer.json();
    // An answer the service worker had kept is old: its clock would set ours back.
    if (told.at > programme.at) { programme = told; ahead = told.at - Date.now(); heard = Date.now(); }
    Object.values(programme.clips).forEach((clip) => { if (clip.file) fetch(clip.file).catch(() => {}); });
  } catch { /* the plan of before goes on */ }
}
// The screen goes on by itself; a small line says since when, for whoever looks after it.
const lost = document.querySelector("[data-lost]"), SILENT = 45000;
let heard = Date.now();
function say() {
  lost.hidden = Date.now() - heard < SILENT;
  if (!lost.hidden) lost.textContent = `${lost.dataset.lost} ${clock.format(heard + ahead).slice(0, 5)}`;
}
setInterval(say, 1000);
setInterval(ask, ASK_EVERY);
setInterval(send, SEND_EVERY);
addEventListener("online", () => { ask(); send(); });
ask();
run();
