// Documents on the chat page: chosen, dropped or pasted, sent one after the other with their progress.
"use strict";
(() => {
  const [file, attach, panel, name, progress, cancel, drop, notice] =
    ["file", "attach", "upload", "upload-name", "upload-progress", "upload-cancel", "drop", "notice"].map((id) => document.getElementById(id));
  const words = document.body.dataset;
  const MOST_TRIES = 3;
  const waiting = [];
  let under_way = null;
  let dragged = 0;

  const newKey = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
  const say = (text) => {
    notice.textContent = text;
    notice.classList.remove("calm");
  };

  function take(files) {
    for (const one of files) {
      if (one.size > Number(words.largest)) say(words.tooLarge);
      else waiting.push({ one, key: newKey(), tries: 0 });
    }
    next();
  }

  function next() {
    panel.hidden = !under_way && waiting.length === 0;
    if (under_way || waiting.length === 0) return;
    under_way = waiting.shift();
    say("");
    send(under_way);
  }

  function send(upload) {
    const posted = new FormData(attach);
    posted.delete("file");
    posted.set("key", upload.key); // the same at each try: it is one document
    posted.append("file", upload.one, upload.one.name);
    const request = new XMLHttpRequest();
    upload.request = request;
    name.textContent = `${words.uploading} ${upload.one.name}`;
    progress.value = 0;
    panel.hidden = false;
    request.open("POST", "/files");
    request.setRequestHeader("Accept", "application/json");
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) progress.value = (100 * event.loaded) / event.total;
    });
    request.addEventListener("load", () => {
      if (request.status >= 500) return again(upload);
      if (request.status !== 202) say(reason(request.responseText));
      end();
    });
    request.addEventListener("error", () => again(upload));
    request.addEventListener("abort", end);
    request.send(posted);
  }

  function again(upload) {
    upload.tries += 1;
    if (upload.tries < MOST_TRIES) {
      upload.pause = setTimeout(() => send(upload), 2000 * upload.tries);
      return;
    }
    say(words.uploadFailed);
    end();
  }

  function end() {
    under_way = null;
    next();
  }

  function reason(text) {
    try {
      return JSON.parse(text).refusal || words.uploadFailed;
    } catch {
      return words.uploadFailed; // somebody between us and the server refused
    }
  }

  const brings = (event) => [...(event.dataTransfer?.types || [])].includes("Files");

  file.addEventListener("change", () => {
    take([...file.files]);
    file.value = "";
  });
  cancel.addEventListener("click", () => {
    clearTimeout(under_way?.pause);
    if (under_way?.request.readyState === XMLHttpRequest.DONE) end();
    else under_way?.request.abort();
    document.getElementById("box").focus({ preventScroll: true });
  });
  document.addEventListener("dragenter", (event) => {
    if (brings(event)) drop.hidden = (dragged += 1) === 0;
  });
  document.addEventListener("dragleave", (event) => {
    if (brings(event)) drop.hidden = (dragged -= 1) <= 0;
  });
  document.addEventListener("dragover", (event) => {
    if (brings(event)) event.preventDefault();
  });
  document.addEventListener("drop", (event) => {
    if (!brings(event)) return;
    event.preventDefault();
    dragged = 0;
    drop.hidden = true;
    take([...event.dataTransfer.files]);
  });
  document.addEventListener("paste", (event) => {
    if (event.clipboardData?.files.length) take([...event.clipboardData.files]);
  });
})();
