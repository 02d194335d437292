/* The JupyterLab plugin: shows a lesson of the course as a page to read and write on. */
import { isToHandIn, showAnswers } from "./answers.js";
import { keepWorker, offerNewer } from "./edition.js";
import { COMMAND as HAND_IN, HANDS_IN, handInCommand } from "./handing.js";
import { COMMAND, hideCode, showCodeCommand } from "./hiding.js";
import { runOnOpening } from "./opening.js";
import { makeRoom } from "./room.js";

const ID = "rapport-lab:plugin";

keepWorker(); // now, since Lab starts as soon as it has this module

/** Lab's plugin. `shared` holds the packages of Lab that it needs, by short names. */
export const plugin = shared => ({
  id: ID,
  description: "Shows answers as prose, hides the course's own code, starts lessons on opening and makes the file to hand in.",
  autoStart: true,
  requires: [shared.notebook.INotebookTracker],
  optional: [shared.settings.ISettingRegistry, shared.apputils.ICommandPalette],
  activate: (app, tracker, settings, palette) => {
    app.commands.addCommand(COMMAND, showCodeCommand(app, tracker));
    app.commands.addCommand(HAND_IN, handInCommand(tracker));
    for (const command of [COMMAND, HAND_IN]) {
      palette?.addItem({ command, category: "Rapport" });
    }
    const loaded = settings?.load(ID).catch(console.warn);
    const meet = panel => meetNotebook(shared, app, tracker, panel, loaded).catch(console.error);
    tracker.forEach(meet);
    tracker.widgetAdded.connect((_, panel) => meet(panel));
  }
});

async function meetNotebook(shared, app, tracker, panel, loaded) {
  await panel.context.ready;
  const isLesson = panel.content.model.getMetadata("rapport")?.course === true;
  showAnswers(panel, isLesson, shared);
  if (!isLesson) {
    return;
  }
  panel.content.addClass("rapport-course");
  makeRoom(app, tracker, panel);
  hideCode(panel);
  panel.content.toggleClass(HANDS_IN, panel.content.widgets.some(isToHandIn));
  app.commands.notifyCommandChanged(COMMAND);
  app.commands.notifyCommandChanged(HAND_IN);
  offerNewer(app, panel, shared).catch(console.warn);
  const settings = await loaded;
  if (settings?.composite.runOnOpening ?? true) {
    runOnOpening(panel, shared);
  }
}
