import { resolve } from 'node:path';
import { publish } from 'everyread';
import { median } from './measure.mjs';

/** Makes a report into one format again and again in this process, as a server would, and says how long the first and the others took. */
const [source, format, runs] = process.argv.slice(2);
const path = resolve(source);
const wall = [];
const cpu = [];
for (let run = 0; run <= Number(runs); run += 1) {
  const began = performance.now();
  const before = process.cpuUsage();
  const { ok, files } = await publish(path, { to: [format] });
  if (!ok || files.length === 0) throw new Error(`${format} was not made`);
  const { user, system } = process.cpuUsage(before);
  wall.push(performance.now() - began);
  cpu.push((user + system) / 1000);
}
const ms = (number) => `${number.toFixed(0)} ms`;
const [firstWall, ...nextWall] = wall;
const [firstCpu, ...nextCpu] = cpu;
console.log(
  `publish() in a running process, ${format}: the first ${ms(firstWall)} (processor ${ms(firstCpu)}), median of the next ${runs} ${ms(median(nextWall))} (processor ${ms(median(nextCpu))})`,
);
