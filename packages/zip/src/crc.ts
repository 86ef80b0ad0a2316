const table = Int32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});
/** What a byte does to the checksum when one, two and three more have followed it: four bytes are taken at once. */
const [table1, table2, table3] = [after(table), after(after(table)), after(after(after(table)))];

function after(before: Int32Array): Int32Array {
  return before.map((value) => table[value & 0xff]! ^ (value >>> 8));
}

/**
 * CRC-32 as ZIP and PNG use it (ISO 3309).
 *
 * @param before - the checksum so far, to go on with the next chunk
 */
export function crc32(bytes: Uint8Array, before = 0): number {
  let crc = ~before;
  let at = 0;
  for (; at + 4 <= bytes.length; at += 4) {
    crc ^= bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
    crc = table3[crc & 0xff]! ^ table2[(crc >>> 8) & 0xff]! ^ table1[(crc >>> 16) & 0xff]! ^ table[crc >>> 24]!;
  }
  for (; at < bytes.length; at += 1) crc = table[(crc ^ bytes[at]!) & 0xff]! ^ (crc >>> 8);
  return ~crc >>> 0;
}
