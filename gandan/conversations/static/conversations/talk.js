// New words appear by themselves; without this script the page has a link to read again.
const talk = document.querySelector("[data-talk]");
const EVERY = 8000;

async function look() {
  if (document.hidden) return;
  try {
    const answer = await fetch(talk.dataset.talk, { headers: { "X-Requested-With": "fetch" } });
    if (!answer.ok) return;
    const words = await answer.text();
    if (words.trim() !== talk.innerHTML.trim()) talk.innerHTML = words;
  } catch {
    // The next look comes anyway.
  }
}

if (talk) {
  setInterval(look, EVERY);
  const again = document.querySelector("[data-again]");
  if (again) again.hidden = true;
}
