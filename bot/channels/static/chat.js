// Makes the chat page live: sends without a reload, shows what the stream brings. Without it the forms work as they are.
"use strict";
(() => {
  const [log, typing, box, notice, write, choose, bubble, provisional] =
    ["log", "typing", "box", "notice", "write", "choose", "bubble", "provisional"].map((id) => document.getElementById(id));
  const words = document.body.dataset;
  const outgoing = [];
  let cursor = log.dataset.cursor;
  let delivering = false;
  let working = !typing.hidden; // as the server last said
  let cut = null;
  let stream = null;

  const newKey = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
  const say = (text, calm = false) => {
    notice.textContent = text;
    notice.classList.toggle("calm", calm);
  };
  const isTooLong = () => [...box.value.trim()].length > Number(words.longest);
  const isNearEnd = () => log.scrollHeight - log.scrollTop - log.clientHeight < 160;

  const showTyping = () => {
    typing.hidden = !working && outgoing.length === 0;
  };

  function grow() {
    box.style.height = "auto";
    box.style.height = `${box.scrollHeight}px`;
  }

  function scrollTo(entry) {
    const asked = entry.previousElementSibling;
    log.scrollTop = (asked?.matches(".message") ? asked : entry).offsetTop - 16;
  }

  // what comes in
  function show(html) {
    const follow = isNearEnd();
    const received = document.createElement("template");
    received.innerHTML = html; // made by our server, everything a person wrote in it is escaped
    const entries = [...received.content.children].filter((entry) => !document.getElementById(entry.id));
    for (const entry of entries) {
      const shown = entry.dataset.key && log.querySelector(`.pending[data-key="${entry.dataset.key}"]`);
      if (shown) shown.replaceWith(entry);
      else typing.before(entry);
    }
    const reply = entries.find((entry) => entry.classList.contains("reply"));
    if (reply) sketch("");
    if (follow && entries.length) scrollTo(reply || entries.at(-1));
  }

  // an answer while it is written: takes the place of the one before, and goes when the answer itself is there
  function sketch(text) {
    const shown = log.querySelector(".draft");
    if (!text) return shown?.remove();
    const follow = isNearEnd();
    const entry = shown || provisional.content.firstElementChild.cloneNode(true);
    entry.querySelector(".text").textContent = text;
    if (!shown) typing.before(entry);
    if (follow) log.scrollTop = log.scrollHeight;
  }

  function listen() {
    stream?.close();
    if (document.hidden) return; // browsers allow few connections: hidden pages catch up when seen again
    stream = new EventSource(`/events?after=${cursor}`);
    stream.addEventListener("said", (event) => {
      cursor = event.lastEventId;
      show(event.data);
    });
    stream.addEventListener("draft", (event) => sketch(event.data));
    stream.addEventListener("working", (event) => {
      const follow = isNearEnd();
      working = event.data === "true";
      if (!working) sketch("");
      showTyping();
      if (follow && !typing.hidden) log.scrollTop = log.scrollHeight;
    });
    stream.addEventListener("reload", () => location.reload());
    stream.addEventListener("open", noteConnection);
    stream.addEventListener("error", () => {
      cut ??= setTimeout(() => say(words.offline), 4000);
      if (stream.readyState === EventSource.CLOSED) setTimeout(listen, 3000);
    });
  }

  function noteConnection() {
    clearTimeout(cut);
    cut = null;
    if (notice.textContent === words.offline) say(words.online, true);
  }

  // what goes out
  function send(form, submitter) {
    const posted = new FormData(form);
    const key = newKey();
    if (submitter?.name) posted.set(submitter.name, submitter.value);
    posted.set("key", key);
    const entry = bubble.content.firstElementChild.cloneNode(true);
    entry.dataset.key = key;
    entry.querySelector(".text").textContent = form === write ? posted.get("text").trim() : submitter.textContent.trim();
    typing.before(entry);
    outgoing.push({ posted, entry });
    showTyping();
    log.scrollTop = log.scrollHeight;
    deliver();
  }

  async function deliver() {
    if (delivering) return;
    delivering = true;
    while (outgoing.length && (await post(outgoing[0]))) outgoing.shift();
    delivering = false;
    showTyping();
    if (outgoing.length) setTimeout(deliver, 3000);
  }

  async function post({ posted, entry }) {
    try {
      const answer = await fetch("/messages", { method: "POST", body: new URLSearchParams(posted), headers: { Accept: "application/json" } });
      if (answer.status >= 500) throw new Error(answer.status);
      noteConnection();
      if (!answer.ok) refuse(await reason(answer), posted, entry);
      else working ||= entry.isConnected; // stored, and the stream has not told yet
      return true;
    } catch {
      say(words.offline);
      return false;
    }
  }

  async function reason(answer) {
    try {
      return (await answer.json()).refusal;
    } catch {
      return words.broken; // somebody between us and the server refused
    }
  }

  function refuse(sentence, posted, entry) {
    say(sentence);
    entry.remove();
    if (!box.value && !posted.has("press")) box.value = posted.get("text");
    grow();
  }

  document.addEventListener("submit", (event) => {
    if (event.target !== write && event.target !== choose) return;
    event.preventDefault();
    if (event.target === write && !box.value.trim()) return;
    if (event.target === write && isTooLong()) return;
    say("");
    send(event.target, event.submitter);
    if (event.target === write) {
      box.value = "";
      grow();
    }
    const menu = document.querySelector(".menu[open]");
    if (menu) menu.open = false;
    const opensKeyboard = matchMedia("(pointer: coarse)").matches;
    if (event.target === write || !(opensKeyboard || event.submitter.closest("article"))) box.focus({ preventScroll: true });
  });

  box.addEventListener("input", () => {
    grow();
    say(isTooLong() ? words.tooLong : "");
  });
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    write.requestSubmit();
  });
  document.addEventListener("click", (event) => {
    if (event.detail > 1 && event.target.closest("[form=choose]")) event.preventDefault(); // a double click is one press
    const menu = document.querySelector(".menu[open]");
    if (menu && !menu.contains(event.target)) menu.open = false;
  });
  document.addEventListener("keydown", (event) => {
    const menu = document.querySelector(".menu[open]");
    if (event.key !== "Escape" || !menu) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  document.addEventListener("visibilitychange", listen);
  addEventListener("offline", () => say(words.offline));
  addEventListener("online", deliver);

  box.required = false; // empty messages are simply not sent
  grow();
  if (log.querySelector("article")) log.scrollTop = log.scrollHeight;
  listen();
})();
