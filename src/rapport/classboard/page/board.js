// The instructor's page: listens to the board and draws what it tells. Every word is set as text, never as HTML.

import { barRow, byId, counted, make, renewBar, rowsIn, say } from "./drawing.js";
import { asking, showPoll } from "./polling.js";

const AGAIN = 5000; // ms until a lost connection is tried again
const MISSED = 3000; // ms without a connection until we say so; the board ends each after a while on purpose
const LOST = "The connection to the board is lost. Trying again …";
const xsrf = document.body.dataset.xsrf;
const headers = { "Content-Type": "application/json", "X-XSRFToken": xsrf };
let waiting = new Set(); // the numbers of those who were stuck when we last looked
let begun = false;
let missed; // the timer that says so

function wrong(text) {
  say(byId("wrong"), text);
  byId("wrong").hidden = !text;
}

async function order(what) {
  try {
    const response = await fetch("orders", { method: "POST", headers, body: JSON.stringify(what) });
    wrong(response.ok ? "" : (await response.json()).error);
  } catch {
    wrong(LOST);
  }
}

function stuckRow({ number }) {
  const said = make("span", { class: "said" }, [make("strong"), make("span", { class: "soft" })]);
  const button = make("button", { type: "button", text: "Seen" });
  button.addEventListener("click", () => {
    order({ do: "seen", number });
    byId("stuck-title").focus(); // the button goes away
  });
  return make("li", {}, [said, button]);
}

function renewStuck(node, { label, place, minutes, seen }) {
  const since = minutes ? `for ${counted(minutes, "minute")}` : "just now";
  say(node.querySelector("strong"), label);
  say(node.querySelector(".soft"), [place, since, seen ? "seen" : ""].filter(Boolean).join(" · "));
  node.classList.toggle("seen", seen);
  const button = node.querySelector("button");
  button.hidden = seen;
  button.setAttribute("aria-label", `Seen: ${label}`);
}

// Tell who is newly stuck, once, and to who cannot see the list too.
function tellNews(stuck) {
  const fresh = stuck.filter(({ number, seen }) => !seen && !waiting.has(number));
  waiting = new Set(stuck.map(({ number }) => number));
  if (begun && fresh.length) say(byId("news"), `Newly stuck: ${fresh.map(({ label }) => label).join(", ")}.`);
  else if (!stuck.some(({ seen }) => !seen)) say(byId("news"), "");
  begun = true;
}

function placeFigure({ count, done, still, took }) {
  const parts = [counted(count, "learner")];
  if (done) parts.push(`${done} done${took === null ? "" : ` in about ${took} min`}`);
  if (still !== null) parts.push(`at it for about ${still} min`);
  return parts.join(", ");
}

function showPlaces(places, count, nowhere) {
  const empty = byId("nowhere");
  empty.hidden = !nowhere && count > 0;
  say(empty, places.length ? `${counted(nowhere, "learner")} not in a lesson.` : "Nobody has opened a lesson yet.");
  rowsIn(byId("places"), places, {
    key: ({ title }) => title,
    begin: () => barRow(),
    renew: (node, place) => renewBar(node, {
      name: place.title, figure: placeFigure(place), full: place.done, part: place.count - place.done, most: count,
    }),
  });
}

function showScenes(scenes) {
  byId("no-scenes").hidden = scenes.length > 0;
  const most = Math.max(1, ...scenes.map(({ best, other }) => best + other));
  rowsIn(byId("scenes"), scenes, {
    key: ({ title }) => title,
    begin: () => barRow(),
    renew: (node, { title, best, other }) => renewBar(node, {
      name: title, figure: `${best} the best end, ${other} another`, full: best, part: other, most,
    }),
  });
}

function show(now) {
  const done = now.done ? ` ${now.done} of them ${now.done === 1 ? "is" : "are"} done.` : "";
  say(byId("count"), now.count ? `${counted(now.count, "learner shares", "learners share")} where they are.${done}`
    : "Nobody shares where they are yet.");
  tellNews(now.stuck);
  byId("nobody-stuck").hidden = now.stuck.length > 0;
  rowsIn(byId("stuck"), now.stuck, { key: ({ number }) => number, begin: stuckRow, renew: renewStuck });
  showPlaces(now.places, now.count, now.nowhere);
  showScenes(now.scenes);
  showPoll(now.poll, now.count);
  byId("names").checked = now.asks_names;
}

// The browser comes back by itself while the board answers; where it does not, or we were logged out, we see to it.
async function comeBack() {
  try {
    const response = await fetch("scenes", { headers });
    if (response.ok) return listen();
    if (response.status === 403) return location.reload(); // the board has started anew: log in again
  } catch { /* not there yet */ }
  setTimeout(comeBack, AGAIN);
}

function listen() {
  const events = new EventSource(`events?_xsrf=${encodeURIComponent(xsrf)}`);
  events.onmessage = ({ data }) => {
    clearTimeout(missed);
    if (byId("wrong").textContent === LOST) wrong("");
    show(JSON.parse(data));
  };
  events.onerror = () => {
    clearTimeout(missed);
    missed = setTimeout(() => wrong(LOST), MISSED);
    if (events.readyState === EventSource.CLOSED) setTimeout(comeBack, AGAIN);
  };
}

byId("names").addEventListener("change", (event) => order({ do: "names", ask: event.target.checked }));
byId("forget").addEventListener("click", () => byId("sure").showModal());
byId("sure").addEventListener("close", ({ target }) => {
  if (target.returnValue === "forget") order({ do: "forget" });
  target.returnValue = "";
});

const response = await fetch("scenes", { headers });
if (response.ok) asking(await response.json(), order);
listen();
