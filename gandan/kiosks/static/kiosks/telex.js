// Vietnamese by Telex, pure: what the last word becomes when one more letter is typed.
const TONES = { s: 1, f: 2, r: 3, x: 4, j: 5 };
const MARKED = ["aáàảãạ", "ăắằẳẵặ", "âấầẩẫậ", "eéèẻẽẹ", "êếềểễệ", "iíìỉĩị", "oóòỏõọ", "ôốồổỗộ", "ơớờởỡợ", "uúùủũụ", "ưứừửữự", "yýỳỷỹỵ"];
const ROOF = { a: "â", e: "ê", o: "ô" }, HOOK = { a: "ă", o: "ơ", u: "ư" };
const rowOf = (letter) => MARKED.find((row) => row.includes(letter.toLowerCase()));
const like = (letter, pattern) => (pattern === pattern.toUpperCase() && pattern !== pattern.toLowerCase() ? letter.toUpperCase() : letter);
const bare = (letter) => like(rowOf(letter)?.[0] ?? letter.toLowerCase(), letter);
const toneOf = (letter) => { const row = rowOf(letter); return row ? row.indexOf(letter.toLowerCase()) : 0; };
const toned = (letter, tone) => { const row = rowOf(letter); return row ? like(row[tone], letter) : letter; };

// The vowels of the syllable at the end of the word: [first, last + 1]; "qu" and "gi" keep their u and i as consonants.
function vowels(letters) {
  let last = letters.length - 1;
  while (last >= 0 && !rowOf(letters[last])) last -= 1;
  if (last < 0) return null;
  let first = last;
  while (first > 0 && rowOf(letters[first - 1])) first -= 1;
  const before = (letters[first - 1] ?? "").toLowerCase(), start = bare(letters[first]).toLowerCase();
  if (last > first && ((before === "q" && start === "u") || (before === "g" && start === "i"))) first += 1;
  return [first, last + 1];
}

// Which vowel carries the tone: the marked one, else the middle of three, the first of an open pair (oa, oe, uy: the second).
function carrier(letters) {
  const found = vowels(letters);
  if (!found) return -1;
  const [first, end] = found, group = letters.slice(first, end).map((letter) => bare(letter).toLowerCase());
  for (let at = end - 1; at >= first; at -= 1) if ("ăâêôơư".includes(group[at - first]) && !(group[at - first] === "ư" && group[at - first + 1] === "ơ")) return at;
  if (group.length === 1) return first;
  if (group.length > 2 || end < letters.length) return first + 1;
  return ["oa", "oe", "uy"].includes(group.join("")) ? first + 1 : first;
}

function replaceTone(letters, tone) {
  const plain = letters.map(bare), at = carrier(plain);
  if (at < 0) return null;
  plain[at] = toned(plain[at], tone);
  return plain;
}

const currentTone = (letters) => Math.max(0, ...letters.map(toneOf));

function marked(letters, key) {
  const low = key.toLowerCase();
  if (low === "d") {
    const at = letters.findIndex((letter) => letter.toLowerCase() === "d");
    if (at < 0) return null;
    const next = [...letters];
    next[at] = like("đ", letters[at]);
    return next;
  }
  const found = vowels(letters);
  if (!found) return null;
  const next = letters.map(bare), [first, end] = found;
  const table = low === "w" ? HOOK : ROOF;
  let done = false;
  for (let at = end - 1; at >= first; at -= 1) {
    const plain = next[at].toLowerCase();
    if (!(low === "w" ? plain in table : plain === low && plain in table)) continue;
    if (low === "w" && plain === "u" && next[at + 1]?.toLowerCase() === "a" && at + 1 < end) continue;
    next[at] = like(table[plain], next[at]);
    done = true;
    if (low === "w" && plain === "o" && at > first && next[at - 1].toLowerCase() === "u") next[at - 1] = like("ư", next[at - 1]);
    if (low === "w" && plain === "a" && at > first && next[at - 1].toLowerCase() === "u") { next[at] = like("a", next[at]); next[at - 1] = like("ư", next[at - 1]); }
    break;
  }
  if (!done) return null;
  const tone = currentTone(letters);
  return tone ? replaceTone(next, tone) : next;
}

// `word` with `key` typed behind it. The same key again takes the mark off and stands as a letter.
export function telex(word, key) {
  const letters = [...word.normalize("NFC")], low = key.toLowerCase();
  if (low in TONES && letters.length) {
    if (currentTone(letters) === TONES[low]) return letters.map((letter) => toned(letter, 0)).map((letter, at) => (rowOf(letters[at]) ? toned(bare(letters[at]), 0) : letter)).join("") + key;
    const next = replaceTone(letters, TONES[low]);
    if (next) return next.join("");
  }
  if (low === "z" && currentTone(letters)) return replaceTone(letters, 0).join("");
  if ("aeowd".includes(low)) {
    const next = marked(letters, key);
    if (next && next.join("") !== letters.join("")) return next.join("");
  }
  return word + key;
}
