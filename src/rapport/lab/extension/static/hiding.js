/* Hides the code of cells tagged `hidden`, keeping their output, until the reader asks for it. */
import { eachCodeCell, follow } from "./cells.js";
import { isCall } from "./grammar.js";

export const COMMAND = "rapport:show-code";
const SHOWN = "rapport-show-code";

/** Hide tagged cells of a notebook. Code that is not the course's own is never hidden, whatever its tags. */
export function hideCode(panel) {
  eachCodeCell(panel.content, cell =>
    follow(cell, () => {
      const tags = cell.model.getMetadata("tags") ?? [];
      const hidden = tags.includes("hidden") && isCall(cell.model.sharedModel.getSource());
      cell.toggleClass("rapport-hidden", hidden);
    })
  );
}

/** The command behind the button, the View menu's entry and the keys. */
export function showCodeCommand(app, tracker) {
  const page = () => tracker.currentWidget?.content;
  return {
    label: "Show the code",
    caption: "Show or hide the code that makes this page",
    isToggleable: true,
    isVisible: () => page()?.hasClass("rapport-course") ?? false,
    isToggled: () => page()?.hasClass(SHOWN) ?? false,
    execute: () => {
      page()?.toggleClass(SHOWN);
      app.commands.notifyCommandChanged(COMMAND);
    }
  };
}
