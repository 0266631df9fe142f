/** The overlay's looks, in a tree of its own that the page's styles do not reach. */
export const OVERLAY_STYLE = `
:host { all: initial; position: fixed; inset: 0; width: 100vw; height: 100vh; margin: 0; padding: 0; border: 0; background: none; overflow: visible; pointer-events: none; z-index: 2147483647; color-scheme: light dark; }
* { box-sizing: border-box; }
.box { position: fixed; left: 0; top: 0; pointer-events: none; border-radius: 2px; }
.box.pointed { outline: 2px solid #5b5bd6; background: rgb(91 91 214 / 12%); }
.box.marked { outline: 2px dashed #d55e00; outline-offset: 1px; }
.tag { position: absolute; left: -2px; bottom: 100%; padding: 1px 6px; border-radius: 3px 3px 0 0; font: 11px/1.5 ui-monospace, monospace; white-space: nowrap; color: #fff; background: #5b5bd6; }
.panel { --ground: #fff; --line: #d9d9e0; --text: #1c2024; --quiet: #60646c; --accent: #5151cd; --field: #80838d; --soft: #f0f0f3;
  position: fixed; top: 12px; bottom: 12px; right: 12px; width: 372px; max-width: calc(100vw - 24px); display: flex; flex-direction: column; pointer-events: auto;
  border: 1px solid var(--line); border-radius: 10px; background: var(--ground); color: var(--text); font: 13px/1.45 Inter, system-ui, sans-serif; box-shadow: 0 8px 32px rgb(0 0 0 / 22%); }
.panel.short { bottom: auto; }
.panel.left { right: auto; left: 12px; }
@media (prefers-color-scheme: dark) { .panel { --ground: #18191b; --line: #43484e; --text: #edeef0; --quiet: #b0b4ba; --accent: #b1a9ff; --field: #777b84; --soft: #272a2d; } }
.head, .foot { display: flex; align-items: center; gap: 6px; padding: 8px 12px; border-bottom: 1px solid var(--line); }
.foot { border: 0; border-top: 1px solid var(--line); flex-wrap: wrap; }
.head strong { flex: 1; font-size: 14px; }
.body { flex: 1; overflow: auto; padding: 12px; display: grid; gap: 14px; align-content: start; }
section { display: grid; gap: 6px; min-width: 0; }
h2 { margin: 0; font-size: 13px; }
p { margin: 0; color: var(--quiet); }
button { font: inherit; color: inherit; padding: 3px 10px; border: 1px solid var(--field); border-radius: 6px; background: none; cursor: pointer; }
button:hover { background: var(--soft); }
button.main { color: #fff; background: #5151cd; border-color: #5151cd; font-weight: 600; }
button.main:disabled { opacity: 0.5; cursor: default; }
button[aria-pressed='true'] { color: #fff; background: #5151cd; border-color: #5151cd; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
input[type='text'], select { font: inherit; color: inherit; width: 100%; min-width: 0; height: 30px; padding: 0 8px; border: 1px solid var(--field); border-radius: 6px; background: var(--ground); }
input.mono, code { font-family: ui-monospace, monospace; font-size: 12px; overflow-wrap: anywhere; }
label { display: grid; gap: 3px; font-size: 12px; color: var(--quiet); }
label.choice { display: flex; align-items: baseline; gap: 6px; color: var(--text); }
label.choice code { flex: 1; }
.row { display: flex; align-items: center; gap: 6px; }
.row > * { min-width: 0; }
.grow { flex: 1; }
.foot > p { flex: 1 1 100%; }
section > button { justify-self: start; }
.log strong { font-size: 12px; }
.cards { display: grid; gap: 6px; margin: 0; padding: 0; list-style: none; }
.cards li { display: grid; gap: 2px; padding: 6px 8px; border: 1px solid var(--line); border-radius: 6px; }

.cards li.none { padding: 0; border: 0; color: var(--quiet); }
.log { max-height: 220px; overflow: auto; }
.wrong { color: #ca244d; }
@media (prefers-color-scheme: dark) { .wrong { color: #ff949d; } }
.count { color: var(--quiet); white-space: nowrap; font-variant-numeric: tabular-nums; }
`;
