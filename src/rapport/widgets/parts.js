// What the small parts of a lesson share. Learners' words enter the page as text only, never as HTML.

const PAUSE = 600; // ms without a key before a text is sent to be kept
const PATIENCE = 12000; // ms without an answer before we say so
const SILENT = "No answer yet. If this stays, copy your words and run this cell again.";

function make(tag, { kind, text, ...attributes } = {}, children = []) {
  const node = document.createElement(tag);
  if (kind) node.className = kind.split(" ").map((name) => `rapport-${name}`).join(" ");
  if (text !== undefined) node.textContent = text;
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

// Hints for whoever is stuck, one behind the other, each closed until it is asked for.
function hints(told) {
  if (!told.length) return [];
  const each = told.map(({ summary, lines }) =>
    make("details", {}, [make("summary", { text: summary }), ...lines.map((text) => make("p", { text }))]));
  return [make("div", { kind: "hints" }, each)];
}

function unique(name) {
  return `rapport-${name}-${Math.random().toString(36).slice(2, 9)}`;
}

// A labelled field for one line; `send` gets its text after a pause, on Enter and when the field is left.
function field({ label, text, describedby, send }) {
  const id = unique("field");
  const box = make("textarea", { id, rows: 2, spellcheck: "true", lang: "en", "aria-describedby": describedby });
  let sent = (box.value = text);
  let pause;
  const now = () => {
    clearTimeout(pause);
    if (box.value === sent) return;
    sent = box.value;
    send(sent);
  };
  box.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(now, PAUSE);
  });
  box.addEventListener("blur", now);
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.stopPropagation(); // the notebook would run the cell
    event.preventDefault(); // it is one line
    now();
  });
  const take = (given) => {
    if (given === sent) return; // only what Python put there, never our own words coming back
    clearTimeout(pause);
    sent = box.value = given;
  };
  return { node: make("div", { kind: "field" }, [make("label", { for: id, text: label }), box]), now, take };
}

// A part that keeps what is typed into its fields. `traits` are their names, `labels` what to call them,
// `draw` shows whatever else `told` holds.
function keepingPart({ model, el, kind, traits, labels, draw }) {
  const told = model.get("told");
  const id = unique("told");
  const status = make("div", { kind: "status", role: "status", id });
  const warning = make("p", { kind: "note", role: "alert", hidden: "" });
  let patience;
  const say = (lines) => {
    const texts = lines.filter(Boolean);
    if (texts.join("\n") === [...status.children].map((line) => line.textContent).join("\n")) return;
    status.replaceChildren(...texts.map((text) => make("p", { text })));
  };
  const send = (trait) => (text) => {
    model.set(trait, text);
    model.save_changes();
    clearTimeout(patience);
    patience = setTimeout(() => say([SILENT]), PATIENCE);
  };
  const fields = traits.map((trait, index) =>
    field({ label: labels[index], text: model.get(trait), describedby: id, send: send(trait) }));
  const extra = make("div", { kind: "extra" });
  const show = () => {
    const now = model.get("told");
    clearTimeout(patience);
    say([now.ask, now.status]);
    warning.textContent = now.warning;
    warning.hidden = !now.warning;
    draw(extra, now);
  };
  const taken = () => traits.forEach((trait, index) => fields[index].take(model.get(trait)));
  const changes = [["change:told", show], ...traits.map((trait) => [`change:${trait}`, taken])];
  for (const [event, act] of changes) model.on(event, act);

  const part = make("section", { "aria-label": told.label, "data-lm-suppress-shortcuts": "true" }, [
    make("div", { kind: "fields" }, fields.map(({ node }) => node)), ...hints(told.hints ?? []), extra, status, warning,
  ]);
  part.className = `rapport rapport-part rapport-${kind}`;
  el.append(part);
  show();
  return () => {
    fields.forEach(({ now }) => now());
    clearTimeout(patience);
    for (const [event, act] of changes) model.off(event, act);
  };
}
