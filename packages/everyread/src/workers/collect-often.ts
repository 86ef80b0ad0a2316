import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Makes a function that collects garbage each `every` calls. Sound lies outside the heap that the collector watches:
 * left alone it lets a hundred megabytes of finished sentences stand.
 */
export function collectOften(every: number): () => void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  // A runtime without the flag collects when it thinks fit.
  if (typeof collect !== 'function') return () => undefined;
  let calls = 0;
  return () => {
    calls += 1;
    if (calls % every === 0) collect();
  };
}
