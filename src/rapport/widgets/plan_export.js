// Draws a plan that is kept and asks for its files; reading and writing are done in Python. Words enter as text.

function table(steps) {
  const head = make("tr", {}, ["When", "Who", "What"].map((text) => make("th", { scope: "col", text })));
  const rows = steps.map(({ when, who, what, does }) => make("tr", {}, [
    make("td", { kind: "when", text: when }), make("td", { kind: "who", text: who }),
    make("td", { kind: "what" }, [what, ...(does ? [make("span", { kind: "does", text: does })] : [])]),
  ]));
  return make("table", { kind: "steps", "aria-label": "The steps of your plan: when, who and what" },
    [make("thead", {}, [head]), make("tbody", {}, rows)]);
}

function render({ model, el }) {
  const first = model.get("view");
  const status = make("p", { kind: "status", role: "status" });
  const say = (text) => { if (status.textContent !== text) status.textContent = text; };
  const { send, answered } = sender(model, say);
  const id = unique("plans");
  const choice = make("select", { id });
  const chooser = make("div", { kind: "field" }, [make("label", { for: id, text: "Which plan?" }), choice]);
  const place = make("div", { kind: "plan" });
  const asked = () => send({ do: "write", id: choice.value });
  const write = pushButton("Write the calendar and the page", asked, { kind: "go" });
  const look = pushButton("Look again", () => send({ do: "look", id: choice.value }));
  choice.addEventListener("change", () => send({ do: "look", id: choice.value }));

  const draw = () => {
    const { plans, shown, said, none } = model.get("view");
    answered();
    choice.replaceChildren(...plans.map((plan) => make("option", { value: plan.id, text: plan.title })));
    choice.value = shown?.id ?? "";
    chooser.hidden = plans.length < 2;
    write.hidden = !shown?.steps.length;
    const parts = shown?.steps.length ? [table(shown.steps)] : [];
    if (shown?.picture) {
      const signs = shown.legend.map(([sign, text]) => make("span", { text: `${sign}\u00a0${text}` }));
      const legend = make("p", { kind: "legend", "aria-hidden": "true" }, signs);
      parts.push(make("div", { kind: "picture" }, [drawn(shown.picture), legend]));
    }
    place.replaceChildren(...parts);
    say(said || shown?.note || (shown ? "" : none));
  };

  const part = make("section", { "aria-label": first.title, "data-lm-suppress-shortcuts": "true" }, [
    make("h4", { text: first.title }), make("p", { kind: "soft", text: first.about }), chooser, place,
    make("div", { kind: "row" }, [write, look]), status,
  ]);
  part.className = "rapport rapport-part rapport-plan-export";
  el.append(part);
  model.on("change:view", draw);
  draw();
  return () => {
    answered();
    model.off("change:view", draw);
  };
}

export default { render };
