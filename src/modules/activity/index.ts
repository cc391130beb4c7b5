export { signHeads } from './chain/sign-heads.ts';
export {
  verifyChain,
  type BadPlace,
  type ChainFault,
  type ChainReport,
} from './chain/verify-chain.ts';
export type { About, Doer, Facts, Happening, NamedProduct, Stream } from './log/entry.rules.ts';
export { erasePerson } from './log/erase-person.ts';
export { latestOfPerson } from './log/list-activity.ts';
export { record, recordAll } from './log/record.ts';
export { activityModule } from './module.ts';
