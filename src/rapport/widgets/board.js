// Draws a learner's place in their class. Every word enters the page as text, never as HTML.

const EVERY = 5000; // ms between two looks at the board, while somebody can see this

function consent(asking, send) {
  if (!asking) return [];
  const id = unique("consent");
  const buttons = asking.options.map(({ how, label, note }) => {
    const node = pushButton(label, () => send({ do: "share", how }), {
      "data-spot": how, "aria-pressed": String(how === asking.given), "aria-describedby": `${id}-${how}`,
    });
    return make("li", {}, [node, make("span", { kind: "soft", id: `${id}-${how}`, text: note })]);
  });
  return [
    ...asking.intro.map((text) => make("p", { text })),
    make("h5", { id, text: asking.question, tabindex: "-1" }),
    make("ul", { kind: "options", "aria-labelledby": id }, buttons),
  ];
}

function place({ lines, buttons, change }, send) {
  const said = lines.filter(Boolean).map((text) => make("p", { text }));
  const word = (what, label, kind = "") => pushButton(label, () => send({ do: what }), { kind, "data-spot": what });
  const words = buttons.map(({ do: what, label }) => word(what, label));
  const again = change ? [word("change", change, "quiet")] : [];
  if (said.length) said[0].setAttribute("tabindex", "-1");
  return [...said, make("div", { kind: "row" }, [...words, ...again])];
}

function question(poll, send) {
  if (!poll) return [];
  const choices = poll.choices.map(({ say, yours, count }, choice) => {
    const node = pushButton(say, () => send({ do: "answer", poll: poll.id, choice }), {
      kind: "choice", "data-spot": `choice-${choice}`, "aria-pressed": String(yours),
    });
    node.disabled = !poll.open;
    return make("li", {}, [node, make("span", { kind: "count", text: count })]);
  });
  return [
    make("h5", { text: poll.heading, tabindex: "-1" }), make("p", { kind: "soft", text: poll.about }),
    make("p", { kind: "says", text: poll.says }), make("ol", { kind: "choices" }, choices),
    ...(poll.note ? [make("p", { kind: "soft", text: poll.note })] : []),
  ];
}

// Draw a part anew only if it has changed, and leave the keyboard's focus where it was, or near.
function redraw(node, value, nodes) {
  const mark = JSON.stringify(value);
  if (node.dataset.mark === mark) return;
  node.dataset.mark = mark;
  const held = node.contains(document.activeElement) ? document.activeElement.dataset.spot ?? "" : null;
  node.replaceChildren(...nodes());
  node.hidden = !node.childElementCount;
  if (held === null) return;
  const same = held && node.querySelector(`[data-spot="${held}"]:not(:disabled)`);
  (same || node.querySelector("[tabindex]") || node.closest("section").querySelector("[tabindex]"))?.focus();
}

// What is new since the last view, for who cannot see it come: how things stand, and a question with its counts.
function news(before, now) {
  const lines = now.lines.join(" ") === before.lines.join(" ") ? [] : now.lines;
  if (!now.poll) return lines.join(" ");
  const isNew = now.poll.id !== before.poll?.id;
  const counts = now.poll.choices.filter(({ count }) => count).map(({ say, count }) => `${say} ${count}.`);
  const hadCounts = before.poll?.choices.some(({ count }) => count);
  return [...lines, ...(isNew ? [now.poll.heading, now.poll.says] : []), ...(hadCounts ? [] : counts)].join(" ");
}

function render({ model, el }) {
  const status = make("p", { kind: "status", role: "status" });
  const aside = make("p", { kind: "sr", role: "status" });
  const say = (text) => { if (status.textContent !== text) status.textContent = text; };
  const { send, answered } = sender(model, say);
  const areas = [make("div"), make("div"), make("div")];
  let before = model.get("view");
  const draw = () => {
    const view = model.get("view");
    answered();
    aside.textContent = news(before, view) || aside.textContent;
    before = view;
    redraw(areas[1], [view.lines, view.buttons, view.change], () => place(view, send));
    redraw(areas[0], view.asking, () => consent(view.asking, send));
    redraw(areas[2], view.poll, () => question(view.poll, send));
    say(view.said);
  };
  const title = model.get("view").title;
  const part = make("section", { "aria-label": title, "data-lm-suppress-shortcuts": "true" }, [
    make("h4", { text: title }), ...areas, status, aside,
  ]);
  part.className = "rapport rapport-part rapport-board";
  el.append(part);
  const look = () => {
    const isSeen = part.isConnected && document.visibilityState === "visible";
    if (isSeen && model.get("view").live) model.send({ do: "look" });
  };
  const timer = setInterval(look, EVERY);
  model.on("change:view", draw);
  draw();
  return () => {
    clearInterval(timer);
    answered();
    model.off("change:view", draw);
  };
}

export default { render };
