// What the learner can do now in the scene player: choose, write, or say how sure they are.
// One module with scene.js.

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

// In an exam: the answer that waits, and how sure the learner is of it.
function drawConfirm(confirm, send, heading) {
  const said = make("div", "rps-waits");
  said.append(...confirm.lines.map((line) => drawLine(line, "")));
  const list = make("ol", "rps-choices rps-levels");
  list.setAttribute("aria-labelledby", heading.id);
  list.append(...confirm.levels.map((words, level) => {
    const button = make("button", "rps-choice");
    button.type = "button";
    button.append(make("span", "rps-key", String(level + 1)), make("span", "", words));
    button.addEventListener("click", () => send({ do: "sure", level }));
    const item = make("li");
    item.append(button);
    return item;
  }));
  return [said, heading, list, tool("Change my answer", () => send({ do: "think" }))];
}

function drawTurn(turn, send, id) {
  const node = make("div", "rps-turn");
  const heading = make("h4", "rps-heading", turn.heading);
  heading.id = `${id}-heading`;
  heading.tabIndex = -1;
  if (turn.confirm) {
    node.append(...drawConfirm(turn.confirm, send, heading));
    return node;
  }
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
