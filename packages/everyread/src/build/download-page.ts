import type { Assets, Report } from '@everyread/core';
import type { StagedFile } from '../output/output-folder.js';
import type { Built } from './build-editions.js';

/** What the download page is made of. */
export interface PageInput {
  report: Report;
  built: Built;
  archive: StagedFile;
  assets: Assets;
  now: Date;
}

/** The page that offers every edition; nothing while the HTML package has no such page. */
export async function makePage(input: PageInput): Promise<Uint8Array | undefined> {
  void input;
  return undefined;
}
