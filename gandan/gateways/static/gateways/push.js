// Turns notices of this browser on and off. The part stays hidden where the browser cannot do it.
const part = document.querySelector("[data-push]");
const form = part.querySelector("form"), button = form.querySelector("button"), said = part.querySelector("[role=status]");
const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));

async function post(address, subscription) {
  const body = new FormData(form), { endpoint, keys } = subscription.toJSON();
  body.append("endpoint", endpoint);
  Object.entries(keys).forEach(([name, value]) => body.append(name, value));
  const answer = await fetch(address, { method: "POST", body });
  if (!answer.ok) throw new Error(answer.status);
}
function show(isOn) {
  button.textContent = isOn ? part.dataset.off : part.dataset.on;
}
async function start() {
  if (!("serviceWorker" in navigator && "PushManager" in window && "Notification" in window)) return;
  const worker = await navigator.serviceWorker.register(part.dataset.worker, { scope: part.dataset.scope });
  let current = await worker.pushManager.getSubscription();
  show(current);
  part.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    button.disabled = true;
    try {
      if (current) {
        await post(part.dataset.unsubscribe, current);
        await current.unsubscribe();
        current = null;
      } else {
        const made = await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(part.dataset.key) });
        await post(part.dataset.subscribe, made).catch(async (error) => { await made.unsubscribe(); throw error; });
        current = made;
      }
      said.textContent = current ? part.dataset.saidOn : part.dataset.saidOff;
    } catch {
      said.textContent = Notification.permission === "denied" ? part.dataset.denied : part.dataset.failed;
    }
    show(current);
    button.disabled = false;
  });
}
start().catch(() => { part.hidden = true; });
