// Draws rows that stay the same nodes while their numbers change, so that the keyboard's focus is not lost.
// Every word is set as text, never as HTML.

export const byId = (id) => document.getElementById(id);

export function make(tag, { text, ...attributes } = {}, children = []) {
  const node = document.createElement(tag);
  if (text !== undefined) node.textContent = text;
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

// Set a text only where it is another; a screen reader would read it again.
export function say(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

export function counted(number, one, many = `${one}s`) {
  return `${number} ${number === 1 ? one : many}`;
}

// Make the children of `list` follow `rows`: `begin` makes a new one, `renew` sets what can change.
export function rowsIn(list, rows, { key, begin, renew }) {
  const known = new Map([...list.children].map((node) => [node.dataset.key, node]));
  rows.forEach((row, place) => {
    const name = String(key(row, place));
    const node = known.get(name) ?? begin(row);
    known.delete(name);
    node.dataset.key = name;
    renew(node, row);
    if (list.children[place] !== node) list.insertBefore(node, list.children[place] ?? null);
  });
  for (const gone of known.values()) gone.remove();
}

// A line with a name, a figure in words, and a bar of two parts.
export function barRow(attributes = {}) {
  const said = make("div", { class: "said" }, [make("span", { class: "name" }), make("span", { class: "figure" })]);
  const bar = make("div", { class: "bar", "aria-hidden": "true" }, [
    make("i", { class: "full" }), make("i", { class: "part" }),
  ]);
  return make("li", attributes, [said, bar]);
}

export function renewBar(node, { name, figure, full, part = 0, most }) {
  say(node.querySelector(".name"), name);
  say(node.querySelector(".figure"), figure);
  node.querySelector(".full").style.width = `${(100 * full) / Math.max(1, most)}%`;
  node.querySelector(".part").style.width = `${(100 * part) / Math.max(1, most)}%`;
}
