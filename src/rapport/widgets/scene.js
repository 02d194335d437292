// Draws the `view` of a scene and says what the learner did. All text is set as text, never as HTML.
// The files scene_*.js beside it are parts of the same module.

const SLOW = 6000; // milliseconds after which a learner is told that Python does not answer

/* The state */

function drawMeter(meter) {
  const node = make("div", "rps-meter");
  const bar = make("span", "rps-bar");
  bar.setAttribute("aria-hidden", "true");
  for (let step = 0; step < 5; step += 1) bar.append(make("i", step <= meter.level ? "rps-full" : ""));
  node.append(make("span", "rps-meter-label", `${meter.label}: `), make("span", "rps-words", meter.words), bar);
  return node;
}

/* Tools */

function tool(label, act) {
  const button = make("button", "rps-tool", label);
  button.type = "button";
  button.addEventListener("click", act);
  return button;
}

// Practice or exam: asked before the first answer, told afterwards.
function drawManner(view, send, id) {
  if (view.moves || view.turn?.confirm) {
    return view.sat ? [make("p", "rps-small rps-sat", "An exam: you hear at the end what each answer did.")] : [];
  }
  const ways = [
    [false, "Practice", "You hear after each answer what it did."],
    [true, "Exam", "You say how sure you are of each answer, and hear at the end what it did."],
  ];
  const field = make("fieldset", "rps-manner");
  field.append(make("legend", "rps-small", "How do you want to play?"), ...ways.map(([exam, name, words]) => {
    const label = make("label");
    const radio = make("input");
    radio.type = "radio";
    radio.name = `${id}-manner`;
    radio.checked = view.exam === exam;
    radio.addEventListener("change", () => send({ do: "mode", exam }));
    label.append(radio, make("strong", "", `${name}. `), make("span", "rps-small", words));
    return label;
  }));
  return [field];
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
  if (["TEXTAREA", "SELECT", "INPUT"].includes(event.target.tagName) || event.ctrlKey || event.metaKey || event.altKey) return;
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
  const manner = make("div");
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
  const panels = {
    transcript: tool("Transcript", () => send({ do: "transcript" })),
    map: tool("What I have tried", () => send({ do: "map" })),
    compare: tool("Compare two plays", () => send({ do: "compare" })),
  };
  const keys = make("p", "rps-small rps-keys", "On the keyboard: a number chooses, the arrows move, u is undo.");
  const tools = make("div", "rps-tools");
  tools.append(undo, again, ...Object.values(panels), keys);
  const panel = make("div");
  card.append(head, manner, log, alerts, meters, stage, tools, panel);
  root.append(card);
  return { root, head, manner, log, alerts, meters, stage, undo, panels, panel };
}

function render({ model, el }) {
  const id = `rps-${Math.random().toString(36).slice(2, 9)}`;
  const { root, head, manner, log, alerts, meters, stage, undo, panels, panel } = frame((message) => send(message));
  el.append(root);

  let drawn = [];
  const shown = {};
  let acted = null;
  let timer = 0;

  function send(message) {
    if (acted) return; // the last step is still on its way
    acted = message;
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
    redraw("manner", [Boolean(view.moves), view.exam, view.sat, Boolean(view.turn?.confirm)], () => {
      manner.replaceChildren(...drawManner(view, send, id));
    });
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
      if (held && !acted) acted = { do: "choose" }; // focus must not fall out of a part that was drawn anew
    });
    redraw("panel", [view.transcript, view.map, view.compare], () => {
      panel.replaceChildren(...drawPanel(view, send, id));
    });
    for (const [name, button] of Object.entries(panels)) button.setAttribute("aria-expanded", String(Boolean(view[name])));
    panels.map.hidden = view.sat;
    panels.compare.hidden = !view.can_compare;
    undo.setAttribute("aria-disabled", String(!view.can_undo));
    if (acted) settle(view, changed ? first : null);
  }

  // After the learner's own step: focus goes on to what comes next, and the new lines come into view.
  function settle(view, first) {
    clearTimeout(timer);
    root.removeAttribute("aria-busy");
    const { do: did, side } = acted;
    acted = null;
    if (did === "mode") {
      manner.querySelector("input:checked").focus({ preventScroll: true });
      return;
    }
    if (panels[did] || did === "pick") {
      const next = did === "pick" ? panel.querySelectorAll("select")[side] : panel.querySelector(".rps-heading");
      (next ?? panels[did]).focus({ preventScroll: true });
      (panel.firstChild ? panel : panels[did]).scrollIntoView({ block: "nearest" });
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
