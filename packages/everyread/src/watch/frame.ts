import type { MessageJson } from '../output/message-json.js';

/** What the author's page shows. */
export interface FrameState {
  title: string;
  /** Addresses that a browser can show, relative to the server. */
  editions: { name: string; href: string }[];
  messages: MessageJson[];
}

const escape = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The page round the editions: which one to look at, and what is to be mended. The editions themselves stay as they are. */
export function makeFrame(state: FrameState): string {
  const options = state.editions.map((each) => `<option value="${escape(each.href)}">${escape(each.name)}</option>`).join('');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Everyread: ${escape(state.title || 'draft')}</title>
<style>
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, "Segoe UI", sans-serif; --line: light-dark(#c9d3d8, #3d484e); --quiet: light-dark(#4d5a60, #b4c0c6); --bar: light-dark(#f1f5f6, #1b2226); --error: light-dark(#a3231f, #ff9d97); --warning: light-dark(#7a5200, #ffc861); --info: light-dark(#14506e, #82c7ec); }
* { box-sizing: border-box; }
body { margin: 0; display: grid; grid-template: auto minmax(0, 1fr) / minmax(18rem, 26rem) minmax(0, 1fr); height: 100vh; background: Canvas; color: CanvasText; }
header { grid-column: 1 / -1; display: flex; flex-wrap: wrap; gap: 0.5rem 1.5rem; align-items: center; padding: 0.75rem 1.25rem; background: var(--bar); border-bottom: 1px solid var(--line); }
header p { margin: 0; color: var(--quiet); }
h1, h2 { font-size: 1.15rem; line-height: 1.3; margin: 0; }
label { display: flex; gap: 0.5rem; align-items: center; }
select { font: inherit; min-height: 2.25rem; max-width: 60vw; padding: 0 0.5rem; }
:focus-visible { outline: 0.2rem solid var(--info); outline-offset: 0.15rem; }
aside { overflow: auto; padding: 1.25rem; border-right: 1px solid var(--line); }
#messages { margin-top: 1rem; }
ul { list-style: none; margin: 0; padding: 0; }
li { margin: 0 0 1rem; padding: 0.25rem 0 0.25rem 1rem; border-left: 0.25rem solid var(--info); overflow-wrap: anywhere; }
li.error { border-color: var(--error); }
li.warning { border-color: var(--warning); }
li b { display: block; color: var(--info); }
li.error b { color: var(--error); }
li.warning b { color: var(--warning); }
li i { display: block; font-style: normal; color: var(--quiet); }
main { display: grid; position: relative; }
#none { place-self: center; max-width: 24rem; padding: 1rem; color: var(--quiet); }
iframe { border: 0; width: 100%; height: 100%; background: Canvas; }
[hidden] { display: none; }
@media (max-width: 50rem) { body { grid-template: auto auto 80vh / minmax(0, 1fr); height: auto; } aside { border: 0; } }
</style>
</head>
<body>
<header>
<h1>${escape(state.title || 'Draft')}</h1>
<label>Edition <select id="edition">${options}</select></label>
<p id="status" role="status"></p>
</header>
<aside aria-labelledby="messages-title"><h2 id="messages-title">Messages</h2><div id="messages"></div></aside>
<main><p id="none" hidden>Nothing is made yet: mend the errors in the messages first.</p><iframe id="view" title="The edition"${state.editions[0] ? ` src="${escape(state.editions[0].href)}"` : ''}></iframe></main>
<script src="/everyread/watch.js"></script>
</body>
</html>
`;
}

/** Keeps the page up to date: only what changed is loaded again, and the place in the edition is kept. */
export const frameScript = `
const view = document.getElementById('view');
const edition = document.getElementById('edition');
const messages = document.getElementById('messages');
const status = document.getElementById('status');
edition.addEventListener('change', () => { view.src = edition.value; });
async function load(first) {
  const state = await (await fetch('/everyread/state')).json();
  const chosen = edition.value;
  edition.replaceChildren(...state.editions.map((each) => new Option(each.name, each.href, false, each.href === chosen)));
  const list = document.createElement('ul');
  for (const each of state.messages) {
    const item = document.createElement('li');
    item.className = each.severity;
    const add = (tag, text) => item.append(Object.assign(document.createElement(tag), { textContent: text }), ' ');
    add('b', each.severity[0].toUpperCase() + each.severity.slice(1) + (each.line ? ', line ' + each.line : '') + ':');
    add('span', each.reason + '.');
    if (each.note) add('i', each.note);
    list.append(item);
  }
  messages.replaceChildren(state.messages.length > 0 ? list : 'Nothing to mend.');
  const count = state.messages.length;
  document.getElementById('none').hidden = state.editions.length > 0;
  view.hidden = state.editions.length === 0;
  status.textContent = (first ? '' : 'Made again. ') + count + (count === 1 ? ' message' : ' messages');
  if (first && view.src) return;
  if (!view.src) { if (edition.value) view.src = edition.value; return; }
  const inside = view.contentWindow;
  const top = inside ? inside.scrollY : 0;
  view.addEventListener('load', () => inside && inside.scrollTo(0, top), { once: true });
  inside.location.reload();
}
new EventSource('/everyread/events').addEventListener('message', () => load(false));
load(true);
`;
