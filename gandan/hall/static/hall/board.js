// The call board and the information screen: shows what the stream says, speaks new calls, survives a lost network and a night.
// What is drawn is replaced, never added to, so the page stays as small after a week as after a minute.
const find = (selector) => document.querySelector(selector);
const made = (tag, className, ...content) => {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...content);
  return element;
};
const SHOWN = 4, LOST_AFTER = 3000, SILENT_AFTER = 50000, ASK_EVERY = 5000;
const calls = find("[data-calls]"), root = calls ?? find("[data-information]");
const queues = find("[data-queues]"), lost = find("[data-lost]"), clock = find("[data-clock]"), notice = find("[data-notice]");

// The screen is drawn at 1920×1080 and fitted to what hangs on the wall.
const fit = () => { document.body.style.zoom = Math.min(innerWidth / 1920, innerHeight / 1080); };
addEventListener("resize", fit);
fit();

let ahead = 0;
const tick = () => {
  const now = new Date(Date.now() + ahead);
  const [hour, minute] = new Intl.DateTimeFormat("vi-VN", { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: "Asia/Ho_Chi_Minh" }).format(now).split(":");
  clock.textContent = `${Number(hour)}:${minute}`;
  return { hour: Number(hour), minute: Number(minute) };
};

// A browser that has run for days is begun anew while nobody looks; the information screen, whose programmes change, every ten minutes.
const opened = Date.now();
setInterval(() => {
  const { hour, minute } = tick();
  const isOld = Date.now() - opened > 3600e3;
  if (isOld && hour === 4 && minute < 2) location.reload();
  if (!calls && Date.now() - opened > 600e3 && lost.hidden) location.reload();
}, 10000);

let drawn = "";
function show(state) {
  ahead = state.at - Date.now();
  tick();
  const { at, clock: _, ...rest } = state;
  const same = JSON.stringify(rest);
  if (same === drawn) return;
  drawn = same;
  if (calls) drawCalls(state.calls.slice(0, SHOWN));
  queues.replaceChildren(...state.queues.map(calls ? queueOf : countOf));
  if (notice) notice.replaceChildren(...(state.notice ? [made("b", "", state.notice[0] + (state.notice[1] ? ":" : "")), ` ${state.notice[1]}`] : []));
  if (calls) speakNew(state.calls);
}
function drawCalls(shown) {
  if (calls.dataset.shown === JSON.stringify(shown)) return;
  calls.dataset.shown = JSON.stringify(shown);
  if (!shown.length) { calls.replaceChildren(made("p", "board__empty", "Chưa có số nào được gọi.")); return; }
  calls.replaceChildren(...shown.map((call, place) => made("div", place ? "call" : "call call--now",
    made("span", "nowrap", call.number),
    place ? made("span", "", call.counter) : made("span", "", made("small", "", "mời đến"), call.counter))));
}
const queueOf = (queue) => made("div", "queue",
  made("p", "muted", queue.label),
  made("p", "queue__next", ...(queue.next.length ? queue.next.flatMap((number) => [made("span", "", number), " "]) : [made("span", "queue__none", "Không có ai chờ")])),
  made("p", "queue__count", queue.waiting ? `${queue.waiting} người đang chờ` : ""),
  made("p", "queue__likely", queue.likely));
const countOf = (queue) => made("div", "queue",
  made("p", "muted", queue.label),
  made("p", "queue__next", made("span", "", String(queue.waiting)), " ", made("small", "", "người chờ")),
  made("p", "queue__likely", queue.likely));

// The stream, with its own watch: a connection that is dead without saying so is opened again; meanwhile the page asks.
let source, heard = Date.now(), lostSince = 0, asked = 0, told = 0;
function listen() {
  source?.close();
  source = new EventSource(root.dataset.stream);
  source.addEventListener("board", (event) => { alive(); show(JSON.parse(event.data)); });
  source.addEventListener("error", () => {
    lostSince ||= Date.now();
    if (source.readyState === EventSource.CLOSED) setTimeout(listen, 2000);
  });
}
function alive() { heard = Date.now(); lostSince = 0; lost.hidden = true; }
setInterval(async () => {
  if (Date.now() - heard > SILENT_AFTER) { heard = Date.now(); lostSince ||= Date.now(); listen(); }
  if (!lostSince || Date.now() - lostSince < LOST_AFTER) return;
  lost.hidden = Date.now() - told < 2 * ASK_EVERY;
  if (!calls || Date.now() - asked < ASK_EVERY) return;
  asked = Date.now();
  try {
    const answer = await fetch(`${location.pathname}?dang=json`, { cache: "no-store" });
    if (answer.ok && lostSince) { show(await answer.json()); told = Date.now(); lost.hidden = true; }
  } catch { /* still lost: the notice stays, and so does the last state */ }
}, 1000);
listen();

// Spoken calls: one after the other, each twice. Recorded words first, then a voice of the browser, then the server's.
let spoken = Number(calls?.dataset.last ?? 0), isSpeaking = false;
const line = [];
function speakNew(list) {
  const fresh = list.filter((call) => call.id > spoken).sort((one, other) => one.id - other.id);
  if (!fresh.length) return;
  spoken = fresh.at(-1).id;
  if (isMuted()) return;
  line.push(...fresh);
  line.splice(0, Math.max(0, line.length - 12));
  speakOn();
}
async function speakOn() {
  if (isSpeaking) return;
  isSpeaking = true;
  try {
    for (let call = line.shift(); call; call = line.shift()) {
      for (let time = 0; time < 2 && !isMuted(); time += 1) await speak(call);
    }
  } finally { isSpeaking = false; }
}
const soundOf = (call) => calls.dataset.sound.replace(/0\/0\/$/, `${Number(call.number)}/${call.counter_number}/`);
const vietnamese = () => globalThis.speechSynthesis?.getVoices().find((voice) => voice.lang.replace("_", "-").toLowerCase().startsWith("vi"));
function speak(call) {
  const voice = vietnamese();
  if (calls.dataset.voice !== "clips" && voice) return utter(call, voice);
  return calls.dataset.voice ? play(soundOf(call)) : Promise.resolve(tell("Máy này chưa có giọng đọc"));
}
const within = (seconds, promise) => Promise.race([promise, new Promise((done) => setTimeout(done, seconds * 1000))]);
function utter(call, voice) {
  const said = new SpeechSynthesisUtterance(call.words);
  Object.assign(said, { voice, lang: "vi-VN", rate: 0.9 });
  return within(15, new Promise((done) => { said.onend = said.onerror = done; speechSynthesis.speak(said); }));
}
function play(address) {
  const sound = new Audio(address);
  return within(15, new Promise((done) => {
    sound.onended = sound.onerror = done;
    sound.play().catch((refused) => { if (refused.name === "NotAllowedError") tell("Bấm để bật tiếng"); done(); });
  }));
}

const mute = find("[data-mute]");
const isMuted = () => localStorage.getItem("goi-so-im-lang") === "co";
function tell(words) { if (mute) mute.textContent = words; }
function showMute() {
  mute.setAttribute("aria-pressed", String(isMuted()));
  tell(isMuted() ? "Đã tắt tiếng, bấm để đọc số" : "Đang đọc số, bấm để tắt tiếng");
}
if (mute) {
  mute.hidden = false;
  mute.addEventListener("click", () => {
    const wasRefused = mute.textContent === "Bấm để bật tiếng";
    if (!wasRefused) localStorage.setItem("goi-so-im-lang", isMuted() ? "khong" : "co");
    if (isMuted()) { line.length = 0; globalThis.speechSynthesis?.cancel(); }
    showMute();
  });
  showMute();
}
