/*
 * Shows answers (code cells under %%draft, %%plan, %%played or %%reflect) as prose: no Python
 * colours, so that an apostrophe does not turn the letter red, lines that wrap,
 * spelling checked, and a button that has the text read or brings a play.
 */
import { eachCodeCell, follow } from "./cells.js";
import { keepFirstLine } from "./firstline.js";
import { readButton } from "./reading.js";

const PROSE = "text/x-markdown";
/* Looser than what may be run unasked: a learner mistypes the line, and it is still a letter. */
const FIRST_LINE = /^\s*%{1,3}[ \t]*(?:draft|plan|played|reflect)\b/i;
const PLAYED = /^\s*%{1,3}[ \t]*played\b/i;
const REFLECT = /^\s*%{1,3}[ \t]*reflect\b/i;
const MOVES = /^Moves, for checking:/m;
const SOURCE = /^### BEGIN SOLUTION/m;
const LABEL = "Your text. To have it read, press Tab and then Enter.";
const REFLECT_LABEL = "Your text, for a person to read. To keep it, press Tab and then Enter.";
const PLAY_LABEL = "Your play. To bring it here or to check it, press Tab and then Enter.";

/** Whether a cell is an answer of a released assignment; an instructor's source has marks that tell it apart. */
export const isToHandIn = cell => cell.model.getMetadata("nbgrader")?.solution === true && !SOURCE.test(text(cell));

/** Show answers as prose, now and while they are edited; in a lesson also an answer that lost its first line. */
export function showAnswers(panel, isLesson, lab) {
  const read = cell => run(panel, cell, lab.notebook.NotebookActions);
  eachCodeCell(panel.content, cell => {
    const show = dress(cell, prose(cell, isLesson, lab), () => read(cell), lab);
    const look = () => {
      const isNamed = FIRST_LINE.test(text(cell));
      const isAnswer = isNamed || (isLesson && isToHandIn(cell));
      show(isAnswer);
      cell.toggleClass("rapport-named", isNamed);
      if (isAnswer) {
        cell.model.mimeType = PROSE;
      } else if (cell.model.mimeType === PROSE) {
        cell.model.mimeType = panel.content.codeMimetype;
      }
    };
    /* Lab sets every cell's type again when the kernel says what language it speaks. */
    cell.model.mimeTypeChanged.connect(look);
    follow(cell, look);
  });
}

/* Lab runs nothing, and says nothing, while a page is still getting its kernel: wait for it. */
async function run(panel, cell, actions) {
  const session = panel.sessionContext;
  await session.ready;
  return Boolean(session.session?.kernel) && actions.runCells(panel.content, [cell], session);
}

const text = cell => cell.model.sharedModel.getSource();

function prose(cell, isLesson, { state, view: { EditorView } }) {
  return [
    EditorView.lineWrapping,
    EditorView.contentAttributes.of(() => attributes(text(cell))),
    EditorView.updateListener.of(({ view }) => undoLateLanguage(view, cell)),
    isLesson && isToHandIn(cell) ? keepFirstLine(state) : []
  ];
}

/* A transcript is the course's own words: there is no spelling to check. */
const attributes = source =>
  PLAYED.test(source)
    ? { spellcheck: "false", "aria-label": PLAY_LABEL }
    : { spellcheck: "true", autocapitalize: "sentences", "aria-label": REFLECT.test(source) ? REFLECT_LABEL : LABEL };

const buttonLabel = source =>
  REFLECT.test(source) ? "Keep and count my words"
    : !PLAYED.test(source) ? "Read it back to me"
    : MOVES.test(source) ? "Check my play" : "Bring my play here";

/* A function that puts the look of an answer on a cell, or takes it off. */
function dress(cell, extensions, read, { state }) {
  const extra = new state.Compartment();
  const button = readButton(read);
  let shown = false;
  cell.editor.injectExtension(extra.of([]));
  cell.node.addEventListener("keydown", event => leaveOnTab(event, cell), true);
  return isAnswer => {
    button.name(buttonLabel(text(cell)));
    if (isAnswer === shown) {
      return;
    }
    shown = isAnswer;
    cell.toggleClass("rapport-answer", isAnswer);
    cell.editor.editor.dispatch({ effects: extra.reconfigure(isAnswer ? extensions : []) });
    if (isAnswer) {
      cell.inputArea.node.parentElement.append(button.bar);
    } else {
      button.bar.remove();
    }
  };
}

/*
 * Lab loads the colours of a language in its own time, and the last to arrive wins:
 * Python's, asked for first, may come after ours. Asking again is then answered at once.
 */
function undoLateLanguage(view, cell) {
  const { language } = view.contentDOM.dataset;
  if (language && language !== "markdown" && cell.model.mimeType === PROSE) {
    queueMicrotask(() => {
      cell.model.mimeType = "text/plain";
      cell.model.mimeType = PROSE;
    });
  }
}

/* In prose Tab goes on to the button; in code it would ask the kernel to complete a word. */
function leaveOnTab(event, cell) {
  if (event.key === "Tab" && cell.hasClass("rapport-answer") && event.target.closest(".cm-content")) {
    event.stopPropagation();
  }
}
