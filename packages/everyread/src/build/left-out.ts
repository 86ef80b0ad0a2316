import type { ItemKind } from '@everyread/check';
import type { Job } from '../plan/plan.js';

/** What the options of a job leave out of the edition: a comparison must not miss it. */
export function leftOutBy(job: Job): ItemKind[] {
  return (job.options as { printPages?: boolean }).printPages === false ? ['page'] : [];
}
