/**
 * Decodes a sound whole with ffmpeg and measures it by EBU R 128.
 *
 * @param {import('./contract.d.ts').Kit} kit
 * @param {string} path
 * @returns loudness in LUFS, true peak in dBFS (`NaN` where ffmpeg said none), and all that ffmpeg printed
 */
export async function hear(kit, path) {
  const args = ['-hide_banner', '-nostats', '-i', path, '-map', '0:a', '-af', 'ebur128=peak=true', '-f', 'null', '-'];
  const { stderr } = await kit.runTool('ffmpeg', args);
  const summary = stderr.slice(stderr.lastIndexOf('Summary:'));
  return {
    loudness: Number(/I:\s+(-?[\d.]+) LUFS/.exec(summary)?.[1]),
    peak: Number(/Peak:\s+(-?[\d.]+) dBFS/.exec(summary)?.[1]),
    printed: stderr,
  };
}
