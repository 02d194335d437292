// The panels of the scene player: transcript, map of what was tried, two plays side by side.
// One module with scene.js, whose make, tool, drawLine and drawQuoted it uses.

const SVG = "http://www.w3.org/2000/svg";
const STEP = { across: 92, ending: 58, aside: 40, down: 74, edge: 30, radius: 17 };

function panelOf(title, ...parts) {
  const node = make("div", "rps-panel");
  const heading = make("h4", "rps-heading", title);
  heading.tabIndex = -1;
  node.append(heading, ...parts);
  return node;
}

function drawPanel(view, send, id) {
  if (view.transcript) return [drawTranscript(view.transcript)];
  if (view.map) return [drawMap(view.map)];
  if (view.compare) return [drawCompare(view.compare, send, id, view.who.name)];
  return [];
}

/* Transcript */

function drawTranscript(text) {
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
  return panelOf("Transcript", body, row);
}

/* The map */

function shape(tag, attributes, text = "") {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  if (text) node.textContent = text;
  return node;
}

// Where each turn stands, and its number if it was reached. Rows stand a little aside of each other, so that a way
// which passes a row by does not run through its turns.
function laidOut(map) {
  const wide = Math.max(...map.rows.map((row) => row.length * STEP.across + 2 * STEP.aside));
  const width = Math.max(wide, map.endings.length * STEP.ending) + 2 * STEP.edge;
  const at = (row, index, count, across, aside) => ({
    x: width / 2 + (index - (count - 1) / 2) * across + aside,
    y: STEP.edge + row * STEP.down,
  });
  const places = new Map();
  let number = 0;
  map.rows.forEach((row, depth) => row.forEach((place, index) => {
    if (place.reached) number += 1;
    const where = at(depth, index, row.length, STEP.across, ((depth % 3) - 1) * STEP.aside);
    places.set(place.turn, { ...place, ...where, number: place.reached ? number : 0 });
  }));
  const last = map.rows.length;
  const endings = map.endings.map((ending, index) => ({ ...ending, ...at(last, index, map.endings.length, STEP.ending, 0) }));
  return { places, endings, width, height: STEP.edge * 2 + last * STEP.down };
}

function drawWay(from, to) {
  const start = from.y + STEP.radius;
  const end = to.y - STEP.radius;
  const bend = Math.max(20, (end - start) / 2);
  return shape("path", { class: "rps-way", d: `M${from.x} ${start}C${from.x} ${start + bend} ${to.x} ${end - bend} ${to.x} ${end}` });
}

function drawPlace(place) {
  const kind = place.here ? "rps-here" : place.reached ? "rps-reached" : "rps-unknown";
  const dots = [...place.tried.map(() => "rps-dot-tried"), ...Array(place.reached ? place.open : 0).fill("rps-dot")];
  const left = place.x + STEP.radius + 9;
  return [
    shape("circle", { class: kind, cx: place.x, cy: place.y, r: STEP.radius }),
    shape("text", { class: kind, x: place.x, y: place.y + 4.5 }, place.reached ? String(place.number) : "?"),
    ...dots.map((dot, index) => shape("circle", {
      class: dot, cx: left + (index % 3) * 10, cy: place.y - 5 + Math.floor(index / 3) * 10, r: 3.5,
    })),
  ];
}

function drawGoal({ x, y, found }) {
  const kind = found ? "rps-found" : "rps-unknown";
  return [
    shape("rect", { class: kind, x: x - 15, y: y - 15, width: 30, height: 30, rx: 6 }),
    shape("text", { class: kind, x, y: y + 4.5 }, found ? "✓" : "?"),
  ];
}

function drawPicture(map) {
  const { places, endings, width, height } = laidOut(map);
  const svg = shape("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": map.told });
  svg.style.maxWidth = `${width}px`;
  svg.append(...map.ways.map(([from, to]) => drawWay(places.get(from), places.get(to))));
  for (const place of places.values()) svg.append(...drawPlace(place));
  for (const ending of endings) svg.append(...drawGoal(ending));
  const frame = make("div", "rps-picture");
  frame.append(svg);
  return { frame, places };
}

function drawMoment(place) {
  const item = make("li");
  item.value = place.number;
  item.append(make("strong", "", place.opening), place.here ? " (you are here)" : "");
  if (place.tried.length) {
    const tried = make("ul");
    tried.append(...place.tried.map((text) => make("li", "", text)));
    item.append(tried);
  }
  const open = `${place.open} ${place.open === 1 ? "answer" : "answers"} you have not tried`;
  item.append(make("p", "rps-small", place.open ? open : "You have tried every answer here."));
  return item;
}

function drawMap(map) {
  const { frame, places } = drawPicture(map);
  const key = make("p", "rps-small", "A circle is a moment of the scene; a dot beside it is an answer, filled if you " +
    "have tried it. The squares are the endings.");
  const details = make("details");
  const list = make("ol", "rps-moments");
  list.append(...[...places.values()].filter((place) => place.reached).map(drawMoment));
  details.append(make("summary", "", "The same in words"), list);
  return panelOf("What you have tried", make("p", "", map.told), frame, key, details);
}

/* Two plays side by side */

function drawPicker(compare, side, id, send) {
  const label = make("label", "rps-small", side ? "Beside it" : "One play");
  const select = make("select");
  select.id = `${id}-play-${side}`;
  label.htmlFor = select.id;
  select.append(...compare.plays.map((name, index) => {
    const option = make("option", "", name);
    option.value = String(index);
    option.selected = index === compare.picked[side];
    return option;
  }));
  select.addEventListener("change", () => {
    const [one, other] = [0, 1].map((at) => (at === side ? Number(select.value) : compare.picked[at]));
    send({ do: "pick", one, other, side });
  });
  const node = make("div", "rps-picker");
  node.append(label, select);
  return node;
}

function drawSide(side, title, name) {
  const node = make("section", "rps-side");
  node.append(make("h5", "", title));
  for (const step of side.steps) {
    const box = make("div", "rps-step");
    box.append(...step.lines.map((line) => drawQuoted(line, name)));
    if (step.tag) box.append(make("span", "rps-tag", step.tag));
    node.append(box);
  }
  const end = make("div", "rps-step rps-end");
  end.append(make("strong", "", side.heading), ...side.ending.map((line) => drawQuoted(line, name)));
  node.append(end);
  return node;
}

function drawCompare(compare, send, id, name) {
  if (!compare.sides.length) {
    return panelOf("Two plays side by side", make("p", "", "Play the scene to its end twice. Then you can compare."));
  }
  const pickers = make("div", "rps-sides-of");
  pickers.append(...[0, 1].map((side) => drawPicker(compare, side, id, send)));
  const sides = make("div", "rps-sides-of");
  sides.append(...compare.sides.map((side, at) => drawSide(side, compare.plays[compare.picked[at]], name)));
  return panelOf("Two plays side by side", pickers, make("p", "rps-small", compare.shared), sides);
}
