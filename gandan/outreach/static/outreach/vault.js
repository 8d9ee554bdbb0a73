// Records on the phone, sealed: AES-GCM under a key made from the PIN (PBKDF2). The PIN itself is kept nowhere.
const ROUNDS = 310000, MOST_TRIES = 5, CHECK = "gan-dan";
const bytes = (text) => new TextEncoder().encode(text), text = (raw) => new TextDecoder().decode(raw);
const done = (request) => new Promise((resolve, reject) => { request.onsuccess = () => resolve(request.result); request.onerror = () => reject(request.error); });

export class Vault {
  static async of(user) {
    const vault = new Vault(), request = indexedDB.open(`gan-dan-luu-dong-${user}`, 1);
    request.onupgradeneeded = () => { request.result.createObjectStore("meta"); request.result.createObjectStore("records", { keyPath: "key" }); request.result.createObjectStore("sent", { keyPath: "key" }); };
    vault.base = await done(request);
    return vault;
  }
  store(name, mode = "readonly") { return this.base.transaction(name, mode).objectStore(name); }
  async lock() { return done(this.store("meta").get("lock")); }
  async make(pin) {
    const salt = crypto.getRandomValues(new Uint8Array(16));
    this.key = await derive(pin, salt);
    await done(this.store("meta", "readwrite").put({ salt, check: await this.seal(CHECK), tries: 0 }, "lock"));
  }
  // Tries left after a wrong PIN, or -1 when it is right. A try is counted before it is judged.
  async open(pin) {
    const lock = await this.lock(), tries = lock.tries + 1;
    await done(this.store("meta", "readwrite").put({ ...lock, tries }, "lock"));
    this.key = await derive(pin, lock.salt);
    try {
      await this.unseal(lock.check);
    } catch {
      this.key = null;
      if (tries >= MOST_TRIES) await this.wipe();
      return MOST_TRIES - tries;
    }
    await done(this.store("meta", "readwrite").put({ ...lock, tries: 0 }, "lock"));
    return -1;
  }
  async wipe() { for (const name of ["records", "sent", "meta"]) await done(this.store(name, "readwrite").clear()); }
  async seal(what) {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    return { iv, data: await crypto.subtle.encrypt({ name: "AES-GCM", iv }, this.key, bytes(JSON.stringify(what))) };
  }
  async unseal({ iv, data }) { return JSON.parse(text(await crypto.subtle.decrypt({ name: "AES-GCM", iv }, this.key, data))); }
  // Open to see without the PIN: which group, when; never who.
  async keep(record, secret) { const sealed = await this.seal(secret); await done(this.store("records", "readwrite").put({ ...record, sealed })); }
  async waiting(session) { return (await done(this.store("records").getAll())).filter((one) => one.session === session); }
  async sent(session) { return (await done(this.store("sent").getAll())).filter((one) => one.session === session); }
  async gone(record, answer) {
    const { sealed, ...plain } = record;
    await done(this.store("sent", "readwrite").put({ ...plain, code: answer.code, problem: answer.problem }));
    await done(this.store("records", "readwrite").delete(record.key));
  }
}

async function derive(pin, salt) {
  const base = await crypto.subtle.importKey("raw", bytes(pin), "PBKDF2", false, ["deriveKey"]);
  return crypto.subtle.deriveKey({ name: "PBKDF2", hash: "SHA-256", salt, iterations: ROUNDS }, base, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}
