/**
 * A door that lets so many through at a time.
 *
 * @param {number} width
 */
export function makeLimit(width) {
  let inside = 0;
  const waiting = [];
  const leave = () => {
    inside -= 1;
    waiting.shift()?.();
  };
  return async function pass(work) {
    if (inside >= width) await new Promise((resolve) => waiting.push(resolve));
    inside += 1;
    try {
      return await work();
    } finally {
      leave();
    }
  };
}
