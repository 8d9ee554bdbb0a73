// My number: the page turns by itself, and tells by vibration, title and (if allowed) a notification.
import { follow } from "./live.js";

const state = () => document.getElementById("so");
const told = { near: state()?.hasAttribute("data-near"), called: state()?.dataset.status === "called" };

function tell(words) {
  navigator.vibrate?.([300, 150, 300]);
  document.title = words;
  if ("Notification" in window && Notification.permission === "granted") {
    try { new Notification(words); } catch { /* some phones allow it only from a service worker */ }
  }
}
follow(() => {
  const now = state();
  const called = now?.dataset.status === "called", near = now?.hasAttribute("data-near");
  const number = now?.querySelector("h1")?.textContent.trim();
  if (called && !told.called) tell(`Số ${number}: ${now.querySelector("h2")?.textContent ?? "đang được gọi"}`);
  else if (near && !told.near) tell(`Số ${number} sắp đến lượt`);
  Object.assign(told, { near, called });
});
const offer = document.querySelector("[data-tell]");
if (offer && "Notification" in window && Notification.permission === "default") {
  offer.hidden = false;
  offer.querySelector("button").addEventListener("click", async () => { await Notification.requestPermission(); offer.hidden = true; });
}
