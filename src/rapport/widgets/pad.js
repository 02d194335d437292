// Draws the practice pad. All judgement is made in Python; here nothing but drawing and sending.
// Learners' words enter the page as text only, never as HTML.

const PAUSE = 600; // ms without a key before the text is sent to be read
const PATIENCE = 12000; // ms without a reading before we say so
const SILENT =
  "No answer yet. If this stays, copy your words, press the double arrow at the top of the page and choose Restart.";

let pads = 0;

function make(tag, { kind, text, ...attributes } = {}, children = []) {
  const node = document.createElement(tag);
  if (kind) node.className = kind.split(" ").map((name) => `rapport-${name}`).join(" ");
  if (text !== undefined) node.textContent = text;
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

function situation(brief) {
  const list = make("dl", { kind: "brief" });
  for (const { label, lines } of brief.rows) {
    const items = lines.map((line) => make("li", { text: line }));
    const content = lines.length === 1 ? make("dd", { text: lines[0] }) : make("dd", {}, [make("ul", {}, items)]);
    list.append(make("dt", { text: label }), content);
  }
  return make("div", { kind: "situation" }, [make("h4", { text: brief.title }), list]);
}

function criterion({ name, grade, value, reason }) {
  const bar = make("span", { kind: `bar bar-${value}`, "aria-hidden": "true" }, [make("i"), make("i")]);
  const said = make("span", { kind: "grade", text: `${grade}.` });
  return make("li", {}, [make("strong", { text: name }), bar, said, make("span", { kind: "reason", text: reason })]);
}

function piece({ text, numbers, ending, sure }) {
  const kind = sure ? "mark" : "mark-unsure";
  const words = numbers.length ? make("mark", { kind, text }) : document.createTextNode(text);
  const counts = ending.map((number) =>
    make("sup", { kind: "number", text: `[${number}]`, "aria-label": `remark ${number}` }));
  return [words, ...counts];
}

function finding({ number, title, place, why, advice }) {
  return make("li", { value: number }, [
    make("strong", { text: title }), " ", make("span", { kind: "quote", text: place }),
    make("p", { text: why }), make("p", { kind: "try", text: advice }),
  ]);
}

function change([kind, text]) {
  if (kind === "same") return document.createTextNode(text);
  const word = kind === "added" ? "added" : "removed";
  return make(kind === "added" ? "ins" : "del", {}, [
    make("span", { kind: "sr", text: ` [${word}: ` }), text, make("span", { kind: "sr", text: "] " }),
  ]);
}

function judged(reading) {
  const parts = [];
  if (reading.criteria.length) parts.push(make("ul", { kind: "criteria" }, reading.criteria.map(criterion)));
  parts.push(...reading.notes.map((text) => make("p", { kind: "note", text })));
  if (reading.pieces.some((part) => part.ending.length)) {
    parts.push(make("h4", { text: "Your words, with the remarks" }));
    parts.push(make("p", { kind: "draft" }, reading.pieces.flatMap(piece)));
  }
  for (const { title, findings } of reading.groups) {
    parts.push(make("h4", { text: title }));
    parts.push(make("ol", { kind: "findings" }, findings.map(finding)));
  }
  return parts;
}

function strongOne({ heading, note, text }) {
  if (!text) return [];
  const parts = [make("h4", { text: heading, tabindex: "-1" }), make("p", { kind: "soft", text: note })];
  return [...parts, make("blockquote", { kind: "draft", text })];
}

function history(reading, bringBack) {
  const parts = [];
  if (reading.changes.length) {
    const changed = make("p", { kind: "draft" }, reading.changes.map(change));
    parts.push(make("details", {}, [make("summary", { text: "Changed since the last kept version" }), changed]));
  }
  if (reading.versions.length) {
    const rows = reading.versions.map((label, index) => {
      const button = make("button", { type: "button", text: "Bring back", "aria-label": `Bring back ${label}` });
      button.addEventListener("click", () => bringBack(index + 1));
      return make("li", {}, [make("span", { text: label }), button]);
    });
    const list = make("ul", { kind: "versions" }, rows);
    parts.push(make("details", {}, [make("summary", { text: "Kept versions" }), list]));
  }
  return parts;
}

const reached = (node) => [...node.querySelectorAll("summary, button")];
const called = (node) => node?.ariaLabel ?? node?.textContent;

// What is open stays open, and the keyboard's focus stays where it was.
function swap(node, children) {
  const open = [...node.querySelectorAll("details")].map((details) => details.open);
  const held = reached(node).find((part) => part === document.activeElement);
  node.replaceChildren(...children);
  node.querySelectorAll("details").forEach((details, index) => (details.open = open[index] ?? false));
  if (held) (reached(node).find((part) => called(part) === called(held)) ?? reached(node)[0])?.focus();
}

async function copy(box) {
  try {
    await navigator.clipboard.writeText(box.value);
  } catch {
    box.select(); // an insecure page has no clipboard of its own
    return document.execCommand("copy");
  }
  return true;
}

function render({ model, el }) {
  const id = `rapport-pad-${++pads}`;
  const brief = model.get("brief");
  const box = make("textarea", {
    id, rows: brief.plan ? 12 : 11, spellcheck: "true", lang: "en", "aria-describedby": `${id}-length ${id}-keys`,
    "data-lm-suppress-shortcuts": "true",
    placeholder: brief.plan ? "One step a line: who, when, what." : "Write your message here.",
  });
  const length = make("span", { kind: "length", id: `${id}-length` });
  const status = make("p", { kind: "status", role: "status", "aria-live": "polite" });
  const warning = make("p", { kind: "note", role: "alert", hidden: "" });
  const keys = make("p", {
    kind: "soft", id: `${id}-keys`, text: "It is read while you write, and kept. Ctrl+Enter reads it at once.",
  });
  const label = make("label", { for: id, text: brief.plan ? "Your plan" : "Your message" });
  const [now, keep, take] = ["Read it now", "Keep this version", "Copy"].map((text) =>
    make("button", { type: "button", text }));
  const strong = make("button", { type: "button", "aria-expanded": "false" });
  const example = make("div", { kind: "strong" });
  const result = make("div", { kind: "result" });
  const past = make("div", { kind: "past" });
  let sent = model.get("text");
  let pause, patience;

  const say = (text) => { if (status.textContent !== text) status.textContent = text; };
  const send = () => {
    clearTimeout(pause);
    if (box.value === sent) return;
    sent = box.value;
    model.set("text", sent);
    model.save_changes();
    clearTimeout(patience);
    patience = setTimeout(() => say(SILENT), PATIENCE);
  };
  const bringBack = (version) => {
    send();
    model.send({ do: "back", version });
    box.focus(); // the button is drawn anew
  };
  const draw = () => {
    const reading = model.get("reading");
    clearTimeout(patience);
    length.textContent = reading.length;
    length.classList.toggle("rapport-over", reading.over);
    warning.textContent = reading.warning;
    warning.hidden = !reading.warning;
    keep.setAttribute("aria-disabled", String(reading.is_kept)); // “disabled” would drop the focus
    keep.textContent = reading.is_kept ? "Kept" : "Keep this version";
    strong.hidden = !reading.strong;
    if (reading.strong) {
      strong.textContent = reading.strong.label;
      strong.setAttribute("aria-disabled", String(!reading.strong.can));
      strong.setAttribute("aria-expanded", String(Boolean(reading.strong.text)));
      swap(example, strongOne(reading.strong));
    }
    swap(result, judged(reading));
    swap(past, history(reading, bringBack));
    say(reading.summary);
  };
  const replaced = () => {
    const text = model.get("text");
    if (text === sent) return; // only what Python put there, never our own words coming back
    clearTimeout(pause);
    sent = box.value = text;
  };

  box.value = sent;
  box.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(send, PAUSE);
  });
  box.addEventListener("blur", send);
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.stopPropagation(); // the notebook would run the cell
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      send();
    }
  });
  now.addEventListener("click", send);
  keep.addEventListener("click", () => { send(); model.send({ do: "keep" }); });
  take.addEventListener("click", async () => say((await copy(box)) ? "Copied." : "Please select and copy it by hand."));
  strong.addEventListener("click", () => {
    send();
    if (strong.getAttribute("aria-disabled") === "false") model.send({ do: "strong" });
    else say(strong.textContent);
  });
  model.on("change:reading", draw);
  model.on("change:text", replaced);

  const line = make("div", { kind: "line" }, [now, keep, take, strong, length]);
  const desk = make("div", { kind: "desk" }, [label, box, line, keys]);
  const sides = make("div", { kind: "sides" }, [situation(brief), desk]);
  const pad = make("section", { "aria-label": "Practice pad" }, [sides, status, warning, example, result, past]);
  pad.className = "rapport rapport-pad";
  el.append(pad);
  draw();
  return () => {
    send();
    clearTimeout(patience);
    model.off("change:reading", draw);
    model.off("change:text", replaced);
  };
}

export default { render };
