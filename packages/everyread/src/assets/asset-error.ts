import { EveryreadError } from '@everyread/core';
import { assetRules, type AssetRuleId } from './rules.js';

/** A file of the report that can't be used, with the rule that says why. */
export class AssetError extends EveryreadError {
  readonly ruleId: AssetRuleId;

  constructor(ruleId: AssetRuleId, message: string, cause?: unknown) {
    super('asset', message, { hint: assetRules[ruleId].mend, ...(cause === undefined ? {} : { cause }) });
    this.ruleId = ruleId;
  }
}
