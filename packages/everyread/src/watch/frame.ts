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
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { margin: 0; display: grid; grid-template: auto 1fr / minmax(16rem, 24rem) 1fr; height: 100vh; }
header { grid-column: 1 / -1; display: flex; flex-wrap: wrap; gap: 1rem; align-items: center; padding: 0.5rem 1rem; border-bottom: 1px solid; }
h1, h2 { font-size: 1.1rem; margin: 0; }
select { font: inherit; min-height: 2rem; }
aside { overflow: auto; padding: 1rem; border-right: 1px solid; }
li { margin: 0 0 1rem; overflow-wrap: anywhere; }
iframe { border: 0; width: 100%; height: 100%; background: Canvas; }
@media (max-width: 50rem) { body { grid-template: auto auto 70vh / 1fr; height: auto; } aside { border: 0; } }
</style>
</head>
<body>
<header>
<h1>${escape(state.title || 'Draft')}</h1>
<label>Edition <select id="edition">${options}</select></label>
<p id="status" role="status"></p>
</header>
<aside aria-labelledby="messages-title"><h2 id="messages-title">Messages</h2><div id="messages"></div></aside>
<main><iframe id="view" title="The edition"${state.editions[0] ? ` src="${escape(state.editions[0].href)}"` : ''}></iframe></main>
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
    item.textContent = each.severity + ', line ' + (each.line ?? '?') + ': ' + each.reason + (each.note ? '. ' + each.note : '');
    list.append(item);
  }
  messages.replaceChildren(state.messages.length > 0 ? list : 'Nothing to mend.');
  const count = state.messages.length;
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
