import type { OrgKey } from '../api/types';

/** Ids as Zoho's samples have them: seven digits of the org and twelve of the thing, above 2^53. */
const PREFIXES = { main: '5843104', second: '6110725', other: '7301466' } as const;

export const prefixOf = (orgKey: OrgKey = 'main'): string => PREFIXES[orgKey];

export const idOf = (prefix: string, number: number): string =>
  `${prefix}${String(number).padStart(12, '0')}`;

/** Numbers of the things that Zoho's samples name, or that tests and the host page want to find again. */
export const KNOWN = {
  stageField: 2565,
  descriptionField: 2587,
  dealsModule: 2181,
  administrator: 424001,
  sales: 424672,
  dealsConfiguration: 1068044,
  closedWonRule: 1068052,
  /** Closed Won, locked by the rule. */
  automaticDeal: 1068077,
  /** Unlocked, in negotiation. */
  openDeal: 1068086,
  /** Locked by the sales user. */
  manualDeal: 1068101,
  /** Locked by the sales user and by the rule. */
  bothDeal: 1068104,
  rightToLeftDeal: 1068107,
  emojiDeal: 1068110,
  markupDeal: 1068113,
  longDeal: 1068116,
  /** Closed Won but not locked: it was so before the rule came. */
  wonUnlockedDeal: 1068119,
  firstRecord: 1_100_001,
  counter: 2_000_001,
} as const;
