// The question to the class: choosing a moment of a scene, and showing what was answered.

import { barRow, byId, counted, make, renewBar, rowsIn, say } from "./drawing.js";

const LONGEST = 90;

function short(text) {
  const line = text.replace(/\s+/g, " ");
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}

// Fill the two fields with `scenes` and let `order` open what is chosen.
export function asking(scenes, order) {
  const scene = byId("scene");
  const turn = byId("turn");
  const turns = () => scenes.find(({ id }) => id === scene.value)?.turns ?? [];
  const preview = () => {
    const chosen = turns().find(({ id }) => id === turn.value);
    say(byId("preview"), chosen?.says ?? "");
    byId("preview-choices").replaceChildren(...(chosen?.choices ?? []).map((text) => make("li", { text })));
  };
  const fill = () => {
    turn.replaceChildren(...turns().map(({ id, says }, place) =>
      make("option", { value: id, text: `${place + 1}. ${short(says)}` })));
    preview();
  };
  scene.replaceChildren(...scenes.map(({ id, title }) => make("option", { value: id, text: title })));
  scene.addEventListener("change", fill);
  turn.addEventListener("change", preview);
  byId("ask").addEventListener("submit", (event) => {
    event.preventDefault();
    order({ do: "open", scene: scene.value, turn: turn.value });
    byId("poll-title").focus();
  });
  for (const name of ["show", "hide", "close", "away"]) {
    byId(name).addEventListener("click", () => {
      order({ do: name });
      byId("poll-title").focus();
    });
  }
  fill();
}

function choiceFigure({ count }, answered) {
  if (count === null) return "";
  return `${count} of ${answered}`;
}

export function showPoll(poll, learners) {
  byId("ask").hidden = Boolean(poll);
  byId("poll").hidden = !poll;
  if (!poll) return;
  say(byId("poll-about"), `From “${poll.title}”. ${poll.who}:`);
  say(byId("poll-says"), poll.says);
  rowsIn(byId("poll-choices"), poll.choices, {
    key: (_choice, place) => place,
    begin: () => barRow(),
    renew: (node, choice) => {
      renewBar(node, { name: choice.say, figure: choiceFigure(choice, poll.answered), full: choice.count ?? 0, most: poll.answered });
      node.querySelector(".bar").hidden = !poll.shown;
    },
  });
  const ended = poll.open ? "" : " No more answers are taken.";
  say(byId("poll-answered"), `${counted(poll.answered, "answer")} from ${counted(learners, "learner")}.${ended}`);
  byId("show").hidden = poll.shown;
  byId("hide").hidden = !poll.shown;
  byId("close").hidden = !poll.open;
}
