// A keyboard on the screen for fields that want words or figures. The form works without it.
import { telex } from "./telex.js";

const ROWS = ["1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"], FIGURES = ["123", "456", "789", "/0-"];
const SIGNS = ["1234567890", "@.,-/():", "+_'\"#&%"];
let field = null, isUpper = false, isSigns = false, isTelex = true;

const board = document.createElement("aside");
board.className = "aps__keys";
board.hidden = true;
board.setAttribute("aria-label", "Bàn phím trên màn hình");
document.body.append(board);

const wants = (target) => target.matches?.("input.input:not([type=file]):not([data-no-keyboard]), textarea.input");
const isFigures = () => field.inputMode === "numeric" || field.type === "tel";

function key(label, press, look = "") {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = label;
  button.className = look;
  button.tabIndex = -1;
  button.addEventListener("pointerdown", (event) => { event.preventDefault(); press(); });
  return button;
}
function row(...keys) {
  const line = document.createElement("div");
  line.append(...keys);
  return line;
}
function letters(text) { return [...text].map((one) => key(isUpper ? one.toUpperCase() : one, () => type(isUpper ? one.toUpperCase() : one))); }

function draw() {
  board.replaceChildren();
  const del = key("Xóa", erase, "is-wide"), hide = key("Ẩn phím", close, "is-wide");
  if (isFigures()) {
    board.append(...FIGURES.map((text) => row(...letters(text))), row(del, hide));
    return;
  }
  const rows = isSigns ? SIGNS : ROWS;
  rows.slice(0, -1).forEach((text) => board.append(row(...letters(text))));
  const shift = key("HOA", () => { isUpper = !isUpper; draw(); }, "is-wide");
  shift.setAttribute("aria-pressed", String(isUpper));
  board.append(row(shift, ...letters(rows.at(-1)), del));
  const viet = key("Tiếng Việt", () => { isTelex = !isTelex; draw(); }, "is-wide");
  viet.setAttribute("aria-pressed", String(isTelex));
  board.append(row(key(isSigns ? "abc" : "?123", () => { isSigns = !isSigns; draw(); }, "is-wide"), viet, key("Dấu cách", () => insert(" "), "is-space"), hide));
}

function type(one) {
  const at = field.selectionStart ?? field.value.length, before = field.value.slice(0, at);
  const word = /[\p{L}]*$/u.exec(before)[0];
  if (isTelex && !isFigures() && field.type !== "email" && /[a-z]/i.test(one) && field.selectionStart === field.selectionEnd) put(before.length - word.length, at, telex(word, one));
  else insert(one);
  if (isUpper) { isUpper = false; draw(); }
}
function insert(text) { put(field.selectionStart ?? field.value.length, field.selectionEnd ?? field.value.length, text); if (text === " " && /^(applicant_name|.*_name)$/.test(field.name)) { isUpper = true; draw(); } }
function erase() {
  const start = field.selectionStart ?? field.value.length, end = field.selectionEnd ?? start;
  put(start === end ? Math.max(0, start - 1) : start, end, "");
}
function put(from, to, text) {
  field.value = field.value.slice(0, from) + text + field.value.slice(to);
  const at = from + text.length;
  if (field.type !== "email") field.setSelectionRange(at, at);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
function close() { board.hidden = true; document.body.classList.remove("aps--typing"); }

document.addEventListener("focusin", (event) => {
  // Not at once: a page that moves under the finger makes the finger miss the button.
  if (!wants(event.target)) { setTimeout(() => { if (!wants(document.activeElement)) close(); }, 400); return; }
  field = event.target;
  isSigns = false;
  isUpper = /name$/.test(field.name) && !field.value;
  draw();
  board.hidden = false;
  document.body.classList.add("aps--typing");
  field.scrollIntoView({ block: "center" });
});
if (wants(document.activeElement)) document.activeElement.dispatchEvent(new FocusEvent("focusin", { bubbles: true }));
