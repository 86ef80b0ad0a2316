import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where caches belong on this system: EVERYREAD_CACHE, else the user's own cache folder. */
export function cacheFolder(environment: NodeJS.ProcessEnv = process.env): string {
  if (environment['EVERYREAD_CACHE']) return environment['EVERYREAD_CACHE'];
  if (process.platform === 'win32') return join(environment['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'everyread', 'cache');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'everyread');
  return join(environment['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'everyread');
}
