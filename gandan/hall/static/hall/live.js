// Parts of a page that are fetched anew when the hall says that something changed, and now and then without it.
const SLOW = 30000, SETTLE = 250;
let timer = 0, known = false, running = false;

const isTyping = () => document.activeElement?.closest("input, textarea, select") || document.querySelector("details[data-keep][open]");

async function refresh(after) {
  if (running || isTyping() || document.hidden && !after) return;
  running = true;
  try {
    const answer = await fetch(location.href, { headers: { "X-Requested-With": "fetch" }, credentials: "same-origin" });
    if (!answer.ok || answer.redirected) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const part of document.querySelectorAll("[data-part]")) {
      const fresh = page.getElementById(part.id);
      if (fresh && fresh.outerHTML !== part.outerHTML) part.replaceWith(fresh);
    }
    after?.();
  } catch { /* no network now: the next turn tries again */ } finally { running = false; }
}

export function follow(after) {
  const source = document.body.dataset.hall;
  if (source) {
    new EventSource(source).addEventListener("board", () => {
      if (!known) { known = true; return; }
      clearTimeout(timer);
      timer = setTimeout(() => refresh(after), SETTLE);
    });
  }
  setInterval(() => refresh(after), SLOW);
  addEventListener("visibilitychange", () => { if (!document.hidden) refresh(after); });
}
