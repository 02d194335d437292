// The end of a scene: how it went, what the other thought, moments to try again, and what research found.
// One module with scene.js.

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

// Closed at first, so that there is time for a guess.
function drawThought(ending) {
  const node = part(ending.thought_heading, "rps-thought");
  const details = make("details");
  details.append(make("summary", "", "Guess first. Then open this."));
  paragraphs(details, "", ending.thought);
  paragraphs(details, "rps-small", ending.hides);
  node.append(details);
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
  if (ending.sureness.length) {
    const sure = part("How sure you were");
    for (const line of ending.sureness) sure.append(make("p", "", line));
    node.append(sure);
  }
  node.append(drawThought(ending));
  if (ending.back.length) node.append(drawLookBack(ending.back, send, name));
  const question = part("A question to take with you");
  paragraphs(question, "rps-question", ending.question);
  node.append(question);
  if (ending.evidence) node.append(drawEvidence(ending.evidence));
  if (ending.tension) node.append(drawTension(ending.tension));
  return node;
}
