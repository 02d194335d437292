/* The button that makes the file to hand in, and the small window in which it is made. */
import { assignmentOf, boxes, fileName, make } from "./paper.js";

export const COMMAND = "rapport:hand-in";
/* On the page of an assignment. */
export const HANDS_IN = "rapport-hands-in";

const TITLE = "Make the file to hand in";
const NOT_SAVED = "This page could not be saved. The file will hold what you see here, all the same.";
const ALL_WRITTEN = "You have written in every box.";
const SOME_EMPTY = "You can make the file now, or go back and write first.";
const STAYS = "The file goes into your downloads and nowhere else. You give it to your teacher yourself.";
const NOT_MADE = "The file could not be made. Save the page and hand in the page itself.";
const KEPT = 60_000; // milliseconds that a browser may need to ask where the file is to go

/** The command behind the button and the File menu's entry. */
export function handInCommand(tracker) {
  return {
    label: TITLE,
    caption: "Saves this page and makes the one file that you give to your teacher",
    isVisible: () => tracker.currentWidget?.content.hasClass(HANDS_IN) ?? false,
    execute: async () => {
      const panel = tracker.currentWidget;
      const opener = document.activeElement;
      if (panel && !document.querySelector(".rapport-hand-in")) {
        const saved = await panel.context.save().then(() => true, () => false);
        show(panel, saved, opener);
      }
    }
  };
}

function show(panel, saved, opener) {
  const notebook = panel.context.model.toJSON();
  const heading = element("h2", { id: "rapport-hand-in-title", textContent: TITLE });
  const dialog = element("dialog", { className: "rapport-hand-in" });
  dialog.setAttribute("aria-labelledby", heading.id);
  dialog.append(
    heading,
    ...(saved ? [] : [element("p", { textContent: NOT_SAVED })]),
    ...state(boxes(notebook)),
    makerForm(notebook, assignmentOf(panel.context.path), () => dialog.close())
  );
  dialog.addEventListener("close", () => {
    dialog.remove();
    opener?.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
}

/* The fields and buttons, and beside them what became of pressing one. */
function makerForm(notebook, assignment, close) {
  const [name, number] = [field("Your name"), field("Your learner number or e-mail, if you were given one")];
  const status = element("p", { role: "status" });
  const go = element("button", { type: "submit", textContent: "Make the file" });
  const back = element("button", { type: "button", textContent: "Go back" });
  const buttons = element("div", { className: "rapport-hand-in-buttons" }, [go, back]);
  const form = element("form", {}, [name.label, number.label, element("p", { textContent: STAYS }), status, buttons]);
  back.addEventListener("click", close);
  form.addEventListener("submit", async event => {
    event.preventDefault();
    try {
      const paper = await make(notebook, assignment, new Date(), name.input.value, number.input.value);
      download(`${JSON.stringify(paper, null, 1)}\n`, fileName(assignment));
      status.textContent = `Made: ${fileName(assignment)}. It is in your downloads. This is the file to hand in.`;
      back.textContent = "Close";
    } catch (error) {
      console.error(error);
      status.textContent = NOT_MADE;
    }
  });
  return form;
}

/* Which boxes are written and which are not, in words. */
function state(found) {
  const items = found.map(box => element("li", { textContent: `${box.title}: ${box.written ? "written" : "still empty"}` }));
  const all = found.every(box => box.written);
  return [element("ul", {}, items), element("p", { textContent: all ? ALL_WRITTEN : SOME_EMPTY })];
}

function download(text, name) {
  const address = URL.createObjectURL(new Blob([text], { type: "application/x-ipynb+json" }));
  element("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT);
}

function field(words) {
  const input = element("input", { type: "text", autocomplete: "off", maxLength: 200 });
  return { input, label: element("label", {}, [words, input]) };
}

function element(tag, properties, children = []) {
  const { role, ...rest } = properties;
  const made = Object.assign(document.createElement(tag), rest);
  if (role) {
    made.setAttribute("role", role);
  }
  made.append(...children);
  return made;
}
