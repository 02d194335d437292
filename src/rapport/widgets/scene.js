// Draws the `view` of a scene and says what the learner did. All text is set as text, never as HTML.

const SLOW = 6000; // milliseconds after which a learner is told that Python does not answer

function make(tag, className = "", text = "") {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text) node.textContent = text;
  return node;
}

function hidden(text) {
  return make("span", "rps-hidden", text);
}

function paragraphs(parent, className, text) {
  for (const part of text.split(/\n+/).filter(Boolean)) parent.append(make("p", className, part));
}

/* The conversation */

const SPEAKER = {
  them: (name) => `${name}: `,
  you: () => "You: ",
  text: () => "You write: ",
  "your deed": () => "You: ",
};
const CLASS = { time: "time", deed: "deed", them: "them", you: "you", text: "you rps-text", "your deed": "my-deed" };

function drawLine(row, name) {
  const node = make("p", `rps-${CLASS[row.kind]}`);
  if (SPEAKER[row.kind]) node.append(hidden(SPEAKER[row.kind](name)));
  node.append(make("span", "", row.text));
  return node;
}

function drawRemark(remark) {
  const item = make("li");
  item.append(make("strong", "", remark.title));
  if (remark.quote) item.append(make("q", "", remark.quote));
  paragraphs(item, "", remark.why);
  if (remark.try) paragraphs(item, "rps-try", `Try: ${remark.try}`);
  return item;
}

function drawNote(row) {
  const node = make("details", `rps-note rps-${row.tone}`);
  node.open = true;
  const summary = make("summary");
  summary.append(make("span", "rps-note-heading", row.heading));
  if (row.tag) summary.append(document.createTextNode(" "), make("span", "rps-tag", row.tag));
  node.append(summary);
  paragraphs(node, "", row.text);
  if (row.remarks.length) {
    const list = make("ul", "rps-remarks");
    list.append(...row.remarks.map(drawRemark));
    node.append(make("p", "rps-small", "What else a reader may see in your words:"), list);
  }
  if (row.cue) {
    const cue = make("p", "rps-notice");
    cue.append(make("strong", "", "To notice: "), row.cue);
    node.append(cue);
  }
  if (row.changes.length) node.append(make("p", "rps-small", row.changes.join(" · ")));
  return node;
}

// Only what is new is added, so that a screen reader hears only that.
function drawLog(log, rows, drawn, name) {
  const texts = rows.map((row) => JSON.stringify(row));
  let same = 0;
  while (same < drawn.length && same < texts.length && drawn[same] === texts[same]) same += 1;
  while (log.children.length > same) log.lastElementChild.remove();
  const fresh = rows.slice(same);
  for (const row of fresh) log.append(row.kind === "note" ? drawNote(row) : drawLine(row, name));
  if (fresh.some((row) => row.kind === "note")) {
    for (const older of [...log.querySelectorAll("details")].slice(0, -1)) older.open = false;
  }
  return { texts, first: log.children[same] };
}

/* The state */

function drawMeter(meter) {
  const node = make("div", "rps-meter");
  const bar = make("span", "rps-bar");
  bar.setAttribute("aria-hidden", "true");
  for (let step = 0; step < 5; step += 1) bar.append(make("i", step <= meter.level ? "rps-full" : ""));
  node.append(make("span", "rps-meter-label", `${meter.label}: `), make("span", "rps-words", meter.words), bar);
  return node;
}

/* What the learner can do now */

function drawCue(cue) {
  const node = make("details", "rps-cue");
  node.append(make("summary", "", "What could you notice here?"), make("p", "", cue));
  return node;
}

function drawChoice(choice, number, send) {
  const button = make("button", "rps-choice");
  button.type = "button";
  const key = make("span", "rps-key", String(number));
  const text = make("span", "rps-choice-text");
  for (const line of choice.lines) {
    const deed = line.kind === "your deed";
    text.append(make("span", deed ? "rps-do" : "rps-say", deed ? line.text : `“${line.text}”`), " ");
  }
  button.append(key, text);
  button.addEventListener("click", () => send({ do: "choose", move: choice.move }));
  const item = make("li");
  item.append(button);
  return item;
}

function drawWriting(writing, send, id) {
  const form = make("form", "rps-writing");
  const label = make("label", "", writing.prompt);
  const field = make("textarea");
  field.id = `${id}-text`;
  label.htmlFor = field.id;
  field.rows = 5;
  field.value = writing.draft;
  const count = make("span", "rps-small");
  count.id = `${id}-count`;
  field.setAttribute("aria-describedby", count.id);
  const tell = () => {
    const words = field.value.trim() ? field.value.trim().split(/\s+/).length : 0;
    const most = writing.limit ? ` of ${writing.limit} at most` : "";
    count.textContent = `${words} ${words === 1 ? "word" : "words"}${most}`;
  };
  tell();
  field.addEventListener("input", tell);
  const button = make("button", "rps-send", "Send");
  button.type = "submit";
  const submit = (event) => {
    event.preventDefault();
    send({ do: "write", text: field.value });
  };
  form.addEventListener("submit", submit);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit(event);
  });
  const row = make("div", "rps-row");
  row.append(count, make("span", "rps-small rps-hint", "Ctrl+Enter sends"), button);
  form.append(label, field, row);
  return form;
}

function drawTurn(turn, send, id) {
  const node = make("div", "rps-turn");
  const heading = make("h4", "rps-heading", turn.heading);
  heading.id = `${id}-heading`;
  heading.tabIndex = -1;
  node.append(heading);
  if (turn.write) node.append(drawWriting(turn.write, send, id));
  if (turn.choices.length) {
    const list = make("ol", "rps-choices");
    list.setAttribute("aria-labelledby", heading.id);
    list.append(...turn.choices.map((choice, index) => drawChoice(choice, index + 1, send)));
    node.append(list);
  }
  if (turn.cue) node.append(drawCue(turn.cue));
  return node;
}

/* The end */

function part(title, className = "") {
  const node = make("section", `rps-part ${className}`);
  node.append(make("h5", "", title));
  return node;
}

function drawQuoted(line, name) {
  const node = make("p", "rps-quoted");
  if (SPEAKER[line.kind]) node.append(make("strong", "", SPEAKER[line.kind](name)));
  node.append(make(line.kind.endsWith("deed") ? "em" : "span", "", line.text));
  return node;
}

function drawLookBack(rows, send, name) {
  const node = part("Look back");
  for (const row of rows) {
    const item = make("div", "rps-back");
    item.append(...row.lines.map((line) => drawQuoted(line, name)));
    if (row.cue) {
      const cue = make("p", "rps-notice");
      cue.append(make("strong", "", "To notice: "), row.cue);
      item.append(cue);
    }
    const button = make("button", "rps-tool", "Try this moment again");
    button.type = "button";
    button.addEventListener("click", () => send({ do: "back", count: row.moves }));
    item.append(button);
    node.append(item);
  }
  return node;
}

function drawEvidence(evidence) {
  const node = part("What research found");
  node.append(make("p", "", evidence.finding));
  if (evidence.caution) node.append(make("p", "rps-small", evidence.caution));
  node.append(make("p", "rps-small", evidence.citation + (evidence.doi ? ` doi: ${evidence.doi}` : "")));
  return node;
}

function drawTension(tension) {
  const node = part("Here our sources disagree");
  node.append(make("p", "", `${tension.title}. You can play both roads.`));
  const sides = make("ul", "rps-sides");
  sides.append(make("li", "", `Some say: ${tension.side_a}`), make("li", "", `Others say: ${tension.side_b}`));
  node.append(sides);
  return node;
}

function drawEnding(ending, send, name) {
  const node = make("div", "rps-ending");
  const story = make("div", "rps-story");
  story.append(make("p", "rps-over", "The end"), ...ending.lines.map((line) => drawLine(line, name)));
  const heading = make("h4", "rps-heading", ending.heading);
  heading.tabIndex = -1;
  node.append(story, heading);
  if (ending.mistakes.length) {
    const made = make("p", "rps-made", "Mistakes on your way: ");
    for (const title of ending.mistakes) made.append(make("span", "rps-tag", title), " ");
    node.append(made);
  }
  node.append(make("p", "rps-small", ending.found));
  const thought = part(ending.thought_heading, "rps-thought");
  paragraphs(thought, "", ending.thought);
  paragraphs(thought, "rps-small", ending.hides);
  node.append(thought);
  if (ending.back.length) node.append(drawLookBack(ending.back, send, name));
  const question = part("A question to take with you");
  paragraphs(question, "rps-question", ending.question);
  node.append(question);
  if (ending.evidence) node.append(drawEvidence(ending.evidence));
  if (ending.tension) node.append(drawTension(ending.tension));
  return node;
}

/* Tools and transcript */

function tool(label, act) {
  const button = make("button", "rps-tool", label);
  button.type = "button";
  button.addEventListener("click", act);
  return button;
}

function drawTranscript(text) {
  const node = make("div", "rps-transcript");
  const heading = make("h4", "rps-heading", "Transcript");
  heading.tabIndex = -1;
  const body = make("pre", "", text);
  body.tabIndex = 0;
  const told = make("span", "rps-small");
  told.setAttribute("role", "status");
  const copy = tool("Copy", async () => {
    try {
      await navigator.clipboard.writeText(text);
      told.textContent = "Copied.";
    } catch {
      getSelection().selectAllChildren(body);
      told.textContent = "Selected. Copy it with Ctrl+C.";
    }
  });
  const row = make("div", "rps-row");
  row.append(copy, told);
  node.append(heading, body, row);
  return node;
}

function drawHead(view) {
  const head = make("header", "rps-head");
  head.append(make("p", "rps-over", `A scene, ${view.minutes}`), make("h3", "", view.title));
  const who = make("div", "rps-who");
  const face = make("span", "rps-face", view.who.initials);
  face.setAttribute("aria-hidden", "true");
  const words = make("p");
  words.append("With ", make("strong", "", view.who.name), make("span", "rps-role", `, ${view.who.role}`));
  who.append(face, words);
  const aim = make("p", "rps-aim");
  aim.append(make("strong", "", "Your aim. "), view.objective);
  head.append(who, make("p", "rps-setting", view.setting), aim);
  return head;
}

/* Keyboard */

function handleKey(event, root, send) {
  if (event.target.tagName === "TEXTAREA" || event.ctrlKey || event.metaKey || event.altKey) return;
  const choices = [...root.querySelectorAll(".rps-choice")];
  const here = choices.indexOf(document.activeElement);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (/^[1-9]$/.test(event.key) && choices[event.key - 1]) {
    if (!event.repeat) choices[event.key - 1].click();
  } else if (event.key === "u" && !event.repeat) {
    send({ do: "undo" });
  } else if (step && here >= 0) {
    choices[(here + step + choices.length) % choices.length].focus();
  } else {
    return;
  }
  event.preventDefault();
  event.stopPropagation();
}

/* The whole */

// The parts of the page that stay; everything else is drawn into them.
function frame(send) {
  const root = make("section", "rapport-scene");
  root.setAttribute("data-lm-suppress-shortcuts", "true"); // or Lab takes 1 to 6 for its own
  const card = make("div", "rps-card");
  const head = make("div");
  const log = make("div", "rps-log");
  log.setAttribute("role", "log");
  log.setAttribute("aria-live", "polite");
  log.setAttribute("aria-relevant", "additions");
  log.setAttribute("aria-label", "The conversation");
  const alerts = make("div", "rps-alerts");
  alerts.setAttribute("role", "status");
  const meters = make("div", "rps-meters");
  meters.setAttribute("role", "group");
  meters.setAttribute("aria-label", "How things stand");
  const stage = make("div", "rps-stage");
  const undo = tool("Undo", () => send({ do: "undo" }));
  const again = tool("Start again", () => send({ do: "restart" }));
  const read = tool("Transcript", () => send({ do: "transcript" }));
  const keys = make("p", "rps-small rps-keys", "On the keyboard: a number chooses, the arrows move, u is undo.");
  const tools = make("div", "rps-tools");
  tools.append(undo, again, read, keys);
  const script = make("div");
  card.append(head, log, alerts, meters, stage, tools, script);
  root.append(card);
  return { root, head, log, alerts, meters, stage, undo, read, script };
}

function render({ model, el }) {
  const id = `rps-${Math.random().toString(36).slice(2, 9)}`;
  const { root, head, log, alerts, meters, stage, undo, read, script } = frame((message) => send(message));
  el.append(root);

  let drawn = [];
  const shown = {};
  let acted = null;
  let timer = 0;

  function send(message) {
    if (acted) return; // the last step is still on its way
    acted = message.do;
    root.setAttribute("aria-busy", "true");
    timer = setTimeout(() => {
      acted = null;
      root.removeAttribute("aria-busy");
      alerts.replaceChildren(make("p", "rps-error", "There is no answer. Run this cell again; your place is kept."));
    }, SLOW);
    model.send({ ...message, moves: model.get("view").moves });
  }

  function redraw(name, value, draw) {
    const text = JSON.stringify(value ?? null);
    if (shown[name] === text) return;
    shown[name] = text;
    draw();
  }

  function draw() {
    const view = model.get("view");
    if (!view.title) return;
    root.setAttribute("aria-label", `Scene: ${view.title}`);
    redraw("head", [view.title, view.who, view.setting], () => head.replaceChildren(drawHead(view)));
    const { texts, first } = drawLog(log, view.log, drawn, view.who.name);
    const changed = texts.length !== drawn.length || first !== undefined;
    drawn = texts;
    redraw("alerts", [view.note, view.error, view.answer], () => {
      alerts.replaceChildren();
      if (view.note) alerts.append(make("p", "rps-told", view.note));
      if (view.error) alerts.append(make("p", "rps-error", view.error));
    });
    redraw("meters", view.meters, () => meters.replaceChildren(...view.meters.map(drawMeter)));
    redraw("stage", [view.moves, view.turn, view.ending], () => {
      const held = stage.contains(document.activeElement);
      stage.replaceChildren(view.ending ? drawEnding(view.ending, send, view.who.name) : drawTurn(view.turn, send, id));
      if (held && !acted) acted = "choose"; // focus must not fall out of a part that was drawn anew
    });
    redraw("transcript", view.transcript, () => {
      script.replaceChildren(...(view.transcript ? [drawTranscript(view.transcript)] : []));
    });
    read.setAttribute("aria-expanded", String(Boolean(view.transcript)));
    undo.setAttribute("aria-disabled", String(!view.can_undo));
    if (acted) settle(view, changed ? first : null);
  }

  // After the learner's own step: focus goes on to what comes next, and the new lines come into view.
  function settle(view, first) {
    clearTimeout(timer);
    root.removeAttribute("aria-busy");
    const did = acted;
    acted = null;
    if (did === "transcript") {
      (script.querySelector(".rps-heading") ?? read).focus({ preventScroll: true });
      (view.transcript ? script : read).scrollIntoView({ block: "nearest" });
      return;
    }
    if (view.error) {
      (stage.querySelector("textarea") ?? stage.querySelector(".rps-choice, .rps-heading")).focus();
      return;
    }
    const next = stage.querySelector(".rps-choice") ?? stage.querySelector(".rps-heading");
    next.focus({ preventScroll: true });
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const target = view.ending ? stage.querySelector(".rps-story") : first ?? stage;
    target.scrollIntoView({ block: first || view.ending ? "start" : "nearest", behavior: still ? "auto" : "smooth" });
  }

  root.addEventListener("keydown", (event) => handleKey(event, root, send));
  model.on("change:view", draw);
  draw();
  return () => {
    clearTimeout(timer);
    model.off("change:view", draw);
  };
}

export default { render };
