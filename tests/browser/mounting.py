"""Puts a widget's own front end on an empty page and joins it to the widget itself, without a Lab between them."""

import json

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><style>
body { margin: 0; padding: 8px; background: light-dark(#fff, #111); color-scheme: light dark; }
</style></head><body><p><a href="#" id="before">Before</a></p><div id="part"></div></body></html>"""

MOUNT = """async ({ esm, css, state }) => {
  const sheet = document.createElement("style");
  sheet.textContent = css;
  document.head.append(sheet);
  const heard = [];
  const take = (fresh) => {
    const changed = Object.keys(fresh).filter((name) => JSON.stringify(fresh[name]) !== JSON.stringify(state[name]));
    Object.assign(state, fresh);
    for (const name of changed) for (const [event, act] of heard) if (event === `change:${name}`) act();
  };
  let dirty = {};
  const model = {
    get: (name) => state[name],
    set: (name, value) => { state[name] = dirty[name] = value; },
    save_changes: async () => { const set = dirty; dirty = {}; take(await toKernel({ set })); },
    send: async (content) => take(await toKernel({ content })),
    on: (event, act) => heard.push([event, act]),
    off: () => {},
  };
  const made = URL.createObjectURL(new Blob([esm], { type: "text/javascript" }));
  const front = await import(made);
  front.default.render({ model, el: document.getElementById("part") });
}"""


def mount(page, widget, *traits: str) -> None:
    """Show ``widget``; its synchronised ``traits`` and its messages go to and fro as they would in Lab."""

    def state() -> dict:
        return json.loads(json.dumps({name: getattr(widget, name) for name in traits}))

    def receive(message: dict) -> dict:
        for name, value in message.get("set", {}).items():
            setattr(widget, name, value)
        if "content" in message:
            widget._handle_custom_msg(message["content"], [])
        return state()

    page.set_content(PAGE)
    page.expose_function("toKernel", receive)
    page.evaluate(MOUNT, {"esm": widget._esm, "css": widget._css, "state": state()})
