// Builds a picture element by element from the tree that Python made; a name can only become text here.

const SVG = "http://www.w3.org/2000/svg";
const PARTS = new Set(["svg", "g", "circle", "rect", "line", "path", "text", "textPath", "title"]);

function drawn({ tag, attributes, text, children }) {
  if (!PARTS.has(tag)) return document.createTextNode("");
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) if (name !== "xmlns") node.setAttribute(name, value);
  if (text) node.textContent = text;
  node.append(...children.map(drawn));
  return node;
}
