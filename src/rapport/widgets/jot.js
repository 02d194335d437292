// Draws one line of the learner's own; what is said of it is decided in Python.

function draw(place, told) {
  place.replaceChildren(...(told.pause ? [make("p", { kind: "soft", text: told.pause })] : []));
}

function render({ model, el }) {
  return keepingPart({ model, el, kind: "jot", traits: ["text"], labels: [model.get("told").label], draw });
}

export default { render };
