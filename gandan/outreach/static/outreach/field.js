// A session on a phone: open with a PIN, press or write, send when the network is back. Nothing is sent twice.
import { Vault } from "./vault.js";

const find = (id) => document.getElementById(id);
const make = (name, facts = {}, ...inside) => { const made = Object.assign(document.createElement(name), facts); made.append(...inside); return made; };
const facts = JSON.parse(find("facts").textContent), page = find("noi-dung");
const A_BATCH = 4, WIDEST = 1600, KEPT = "phien-luu-dong-1";
const vault = await Vault.of(facts.user);
let group = null;

// --- Kept for no network ---
async function prepare() {
  if (!("serviceWorker" in navigator)) return say("Máy này không ghi được khi mất mạng.", "late");
  await navigator.serviceWorker.register(page.dataset.worker, { scope: page.dataset.scope });
  const ours = performance.getEntriesByType("resource").map((one) => one.name).filter((one) => new URL(one).pathname.startsWith("/static/"));
  const linked = [...document.querySelectorAll("link[rel=stylesheet], script[src]")].map((one) => one.href || one.src);
  const cache = await caches.open(KEPT);
  for (const address of new Set([location.pathname, ...linked, ...ours, new URL("vault.js", import.meta.url).href])) {
    const answer = await fetch(address).catch(() => null);
    if (answer?.ok && !answer.redirected) await cache.put(address, answer);
  }
  await navigator.serviceWorker.ready;
  net();
}
const say = (words, look = "") => { find("net").textContent = words; find("net").className = `field__net ${look}`; };
const net = () => say(navigator.onLine ? "Có mạng. Máy này đã sẵn sàng cho lúc mất mạng." : "Không có mạng. Cứ ghi tiếp, mọi thứ được giữ trên máy.", navigator.onLine ? "done" : "soon");

// --- The lock ---
async function askPin(problem = "") {
  const lock = await vault.lock();
  find("lock").hidden = false;
  find("lock-title").textContent = lock ? "Mở bằng mã của máy này" : "Đặt mã mở máy";
  find("lock-words").textContent = lock ? "Sai 5 lần thì các bản ghi chưa gửi trên máy này bị xóa." : "Mã không được lưu ở đâu cả. Quên mã thì bản ghi chưa gửi không mở lại được.";
  find("pin-error").hidden = !problem;
  find("pin-error").textContent = problem;
  find("pin").value = "";
  find("pin").focus();
}
find("lock").addEventListener("submit", async (event) => {
  event.preventDefault();
  const pin = find("pin").value;
  if (!/^\d{6}$/.test(pin)) return askPin("Mã gồm đúng 6 chữ số.");
  find("unlock").disabled = true;
  try {
    if (!await vault.lock()) await vault.make(pin);
    else {
      const left = await vault.open(pin);
      if (left === 0) return await askPin("Sai 5 lần. Các bản ghi chưa gửi trên máy này đã bị xóa. Đặt mã mới.");
      if (left > 0) return await askPin(`Mã không đúng. Còn ${left} lần, sau đó các bản ghi chưa gửi bị xóa.`);
    }
    find("lock").hidden = true;
    find("open").hidden = false;
    await show();
    send();
  } finally { find("unlock").disabled = false; }
});

// --- Groups and helps ---
async function show() {
  const waiting = await vault.waiting(facts.session), sent = await vault.sent(facts.session), all = [...waiting, ...sent];
  find("groups").replaceChildren(...facts.groups.map((one) => {
    const button = make("button", { type: "button", className: "field__group" }, make("b", { textContent: one.label }), make("span", { textContent: `${all.filter((record) => record.group === one.key).length} lượt` }));
    button.setAttribute("aria-pressed", String(group === one));
    button.addEventListener("click", () => choose(one));
    return button;
  }));
  find("waiting-count").textContent = waiting.length;
  find("send").disabled = !waiting.length;
  const time = (at) => new Date(at).toLocaleTimeString("vi-VN", { hour: "2-digit", minute: "2-digit" });
  const name = (one) => facts.groups.find((known) => known.key === one.group)?.label ?? one.group;
  find("waiting").replaceChildren(
    ...waiting.map((one) => make("li", { textContent: `${time(one.at)} ${name(one)}, ${one.kind === "dossier" ? "hồ sơ" : "hỗ trợ"}${one.refused ? `: ${one.refused}` : ""}` })),
    ...sent.filter((one) => one.kind === "dossier").map((one) => make("li", { className: one.problem ? "late" : "done", textContent: one.problem ? `${time(one.at)} cần người xem: ${one.problem}` : `${time(one.at)} đã gửi: ${one.code}` })),
  );
}
function choose(one) {
  group = one;
  find("dossier").hidden = true;
  find("helps").hidden = false;
  find("help-title").textContent = one.label;
  find("help-buttons").replaceChildren(...one.supports.map(([kind, label]) => {
    const button = make("button", { type: "button", className: "button button--quiet", textContent: label });
    button.addEventListener("click", () => add("support", { support: kind }));
    return button;
  }));
  show();
}
async function add(kind, content) {
  const record = { key: crypto.randomUUID(), session: facts.session, kind, group: group.key, at: new Date().toISOString() };
  await vault.keep(record, { ...content, group: group.key });
  find("sent-words").textContent = "Đã lưu trên máy.";
  find("helps").hidden = find("dossier").hidden = true;
  group = null;
  await show();
  send();
}

// --- A dossier ---
const procedure = () => facts.procedures.find((one) => one.code === find("procedure").value);
find("procedure").append(...facts.procedures.map((one) => make("option", { value: one.code, textContent: one.name })));
find("procedure").addEventListener("change", ask);
find("new-dossier").addEventListener("click", () => { find("helps").hidden = true; find("dossier").hidden = false; find("dossier").reset(); find("dossier-error").hidden = true; ask(); find("procedure").focus(); });
find("no-dossier").addEventListener("click", () => { find("dossier").hidden = true; });
function ask() {
  const chosen = procedure();
  find("questions").replaceChildren(...(chosen?.fields ?? []).map(question));
  follow();
  find("papers").replaceChildren(...(chosen?.papers ?? []).map((paper) => {
    const seen = make("label", { className: "choice" }, make("input", { type: "checkbox", name: "seen", value: paper.key }), " ", make("span", { textContent: paper.required ? paper.name : `${paper.name} (nếu có)` }));
    const photo = make("input", { type: "file", accept: "image/*", className: "input input--file", name: `photo:${paper.key}` });
    photo.setAttribute("capture", "environment");
    photo.setAttribute("aria-label", `Chụp ${paper.name}`);
    return make("div", { className: "field" }, seen, photo);
  }));
}
function question(field) {
  const id = `q-${field.key}`, isChoice = field.options.length > 0;
  const input = isChoice ? make("select", { id, name: `q:${field.key}`, className: "input" }, make("option", { value: "", textContent: "Chọn" }), ...field.options.map(([value, label]) => make("option", { value, textContent: label })))
    : make("input", { id, name: `q:${field.key}`, className: "input", type: field.type === "checkbox" ? "checkbox" : field.type === "date" ? "date" : "text", autocomplete: "off" });
  const row = make("div", { className: "field" }, make("label", { htmlFor: id, textContent: field.label }), input);
  if (field.show_if) [row.dataset.after, row.dataset.equals] = field.show_if;
  return row;
}
const answerTo = (key) => find("dossier").elements[`q:${key}`]?.value ?? "";
const follow = () => document.querySelectorAll("[data-after]").forEach((row) => { row.hidden = answerTo(row.dataset.after) !== row.dataset.equals; });
find("questions").addEventListener("change", follow);
find("dossier").addEventListener("submit", async (event) => {
  event.preventDefault();
  const form = find("dossier"), told = new FormData(form), words = find("dossier-error");
  const person = Object.fromEntries(["name", "phone", "id_number", "address"].map((key) => [key, String(told.get(key) ?? "").trim()]));
  const problem = !person.name ? "Xin ghi họ tên người nộp." : person.phone && !/^[\d .+()-]{9,15}$/.test(person.phone) ? "Số điện thoại có 10 chữ số." : "";
  words.hidden = !problem;
  words.replaceChildren(make("p", { textContent: problem }));
  if (problem) return words.scrollIntoView({ block: "center" });
  const answers = {};
  for (const input of form.querySelectorAll("[name^='q:']")) if (!input.closest("[hidden]")) answers[input.name.slice(2)] = input.type === "checkbox" ? (input.checked ? "on" : "") : input.value;
  const photos = [];
  for (const input of form.querySelectorAll("[name^='photo:']")) for (const file of input.files) photos.push({ component: input.name.slice(6), jpeg: await shrink(file) });
  await add("dossier", { procedure: told.get("procedure"), applicant: person, answers, seen: told.getAll("seen"), photos });
});
async function shrink(file) {
  const picture = await createImageBitmap(file), scale = Math.min(1, WIDEST / Math.max(picture.width, picture.height));
  const canvas = make("canvas", { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) });
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL("image/jpeg", 0.72).split(",")[1];
}

// --- Sending ---
const send = () => navigator.locks ? navigator.locks.request("gan-dan-gui", { ifAvailable: true }, (held) => held && sendAll()) : sendAll();
async function sendAll() {
  if (!vault.key || !navigator.onLine) return;
  const waiting = await vault.waiting(facts.session);
  if (!waiting.length) return;
  try {
    const door = await fetch(page.dataset.send, { headers: { Accept: "application/json" } });
    if (door.redirected) return signIn();
    const { token, user } = await door.json();
    if (user !== facts.user) return signIn();
    for (let at = 0; at < waiting.length; at += A_BATCH) await sendBatch(waiting.slice(at, at + A_BATCH), token);
    find("sent-words").textContent = "Đã gửi.";
  } catch { find("sent-words").textContent = "Chưa gửi được. Bản ghi còn nguyên trên máy, có mạng sẽ gửi lại."; }
  await show();
}
async function sendBatch(batch, token) {
  const body = new FormData(), rows = [];
  for (const record of batch) {
    const { photos = [], ...content } = await vault.unseal(record.sealed);
    rows.push({ key: record.key, kind: record.kind, recorded_at: record.at, content });
    for (const [number, photo] of photos.entries()) body.append(`photo:${record.key}:${photo.component}`, blob(photo.jpeg), `${number}.jpg`);
  }
  body.append("records", JSON.stringify(rows));
  const answer = await fetch(page.dataset.send, { method: "POST", headers: { "X-CSRFToken": token, Accept: "application/json" }, body });
  if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
  const told = new Map((await answer.json()).records.map((one) => [one.key, one]));
  for (const record of batch) {
    const one = told.get(record.key);
    if (one && one.state !== "refused") await vault.gone(record, one);
  }
}
const blob = (packed) => new Blob([Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0))], { type: "image/jpeg" });
function signIn() {
  const way = `${page.dataset.signIn}?next=${encodeURIComponent(location.pathname)}`;
  find("sent-words").replaceChildren("Phiên đăng nhập đã hết. ", make("a", { href: way, textContent: "Đăng nhập lại rồi gửi" }), ". Bản ghi còn nguyên trên máy.");
}
find("send").addEventListener("click", send);
addEventListener("online", () => { net(); send(); });
addEventListener("offline", net);
addEventListener("pagehide", () => { vault.key = null; });
addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
await askPin();
prepare();
