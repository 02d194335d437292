// The conversation of the scene player: what was said and done, and what each answer did.
// One module with scene.js.

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
  if (row.sure) node.append(make("p", "rps-small", row.sure));
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

