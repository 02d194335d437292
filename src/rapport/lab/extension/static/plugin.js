/* The JupyterLab plugin: shows a lesson of the course as a page to read and write on. */
import { showAnswers } from "./answers.js";
import { offerNewer } from "./edition.js";
import { COMMAND, hideCode, showCodeCommand } from "./hiding.js";
import { runOnOpening } from "./opening.js";

const ID = "rapport-lab:plugin";

/** Lab's plugin. `shared` holds the packages of Lab that it needs, by short names. */
export const plugin = shared => ({
  id: ID,
  description: "Shows answers as prose, hides the course's own code and starts lessons on opening.",
  autoStart: true,
  requires: [shared.notebook.INotebookTracker],
  optional: [shared.settings.ISettingRegistry, shared.apputils.ICommandPalette],
  activate: (app, tracker, settings, palette) => {
    app.commands.addCommand(COMMAND, showCodeCommand(app, tracker));
    palette?.addItem({ command: COMMAND, category: "Rapport" });
    const loaded = settings?.load(ID).catch(console.warn);
    const meet = panel => meetNotebook(shared, app, panel, loaded).catch(console.error);
    tracker.forEach(meet);
    tracker.widgetAdded.connect((_, panel) => meet(panel));
  }
});

async function meetNotebook(shared, app, panel, loaded) {
  await panel.context.ready;
  const isLesson = panel.content.model.getMetadata("rapport")?.course === true;
  showAnswers(panel, isLesson, shared);
  if (!isLesson) {
    return;
  }
  panel.content.addClass("rapport-course");
  hideCode(panel);
  app.commands.notifyCommandChanged(COMMAND);
  offerNewer(app, panel, shared).catch(console.warn);
  const settings = await loaded;
  if (settings?.composite.runOnOpening ?? true) {
    runOnOpening(panel, shared);
  }
}
