/*
 * The file that a learner hands in, the same as `rapport submit` makes. What stands in it and why: the
 * docstring of handing_in/paper.py. A test has Python read what this makes.
 */
import { sha256 } from "./sha256.js";

const FORMAT = 1;
const ENDING = "-hand-in.ipynb";
const LONGEST = 200;
const COPY = /(?: ?\(\d+\)|-Copy\d+|-hand-in)+$/;
const COMMAND = /^[ \t]*[%％]{1,3}[ \t]*(?:draft|plan|played|reflect)\b[ \t]*[a-z0-9-]*/gim;
/* What stands in an answer that nobody has begun: answers.py, PLACEHOLDERS. */
const PLACEHOLDERS = [
  "Write your message here.",
  "Write your plan here, one step a line.",
  "Play the scene above to its end, then run this cell.",
  "Write here what you think, looking back."
].map(plain);

/** The assignment that a page is, by its path: copies and downloads get a number. */
export const assignmentOf = path => path.split("/").pop().replace(/\.ipynb$/, "").replace(COPY, "");

/** What the file is called. */
export const fileName = assignment => `${assignment}${ENDING}`;

/** The notebook (as JSON) as it is handed in; `made` is a Date. */
export async function make(notebook, assignment, made, name, number) {
  const cells = notebook.cells.map(withoutOutputs);
  const { widgets, ...metadata } = notebook.metadata ?? {};
  const slip = {
    format: FORMAT,
    assignment,
    made: `${made.toISOString().slice(0, 19)}Z`,
    name: line(name),
    id: line(number),
    sha256: await checksum(cells)
  };
  return { ...notebook, cells, metadata: { ...metadata, rapport: { ...metadata.rapport, handed_in: slip } } };
}

/** The boxes of a page in order: the heading each stands under, and whether anything is written in it. */
export function boxes(notebook) {
  const found = [];
  let heading = "";
  for (const cell of notebook.cells) {
    if (cell.cell_type === "markdown") {
      heading = source(cell).match(/^\s*#+\s*(.+)$/m)?.[1].trim() ?? heading;
    } else if (cell.metadata?.nbgrader?.solution === true) {
      found.push({ title: heading || gradeId(cell), written: isWritten(source(cell)) });
    }
  }
  return found;
}

function isWritten(text) {
  const words = plain(text.replace(COMMAND, ""));
  return words !== "" && !PLACEHOLDERS.includes(words);
}

function checksum(cells) {
  const parts = cells.map(cell => `${cell.cell_type}\u001f${gradeId(cell)}\u001f${source(cell)}\u001e`);
  return sha256(new TextEncoder().encode(storable(parts.join(""))));
}

function plain(text) {
  return text.split(/\s+/).join(" ").trim().replace(/\.+$/, "").toLowerCase();
}

const withoutOutputs = cell => (cell.cell_type === "code" ? { ...cell, outputs: [], execution_count: null } : cell);
const source = cell => [cell.source].flat().join("");
const gradeId = cell => cell.metadata?.nbgrader?.grade_id ?? "";
const storable = text => text.replace(/\p{Surrogate}/gu, "?");
const line = text => [...storable(text.split(/\s+/).join(" ").trim())].slice(0, LONGEST).join("");
