import type { OrgKey } from '../api/types';
import { idOf, KNOWN, prefixOf } from './ids';

/** The ids of the deals that tests and demonstrations start from; what each is stands at its number in ids.ts. */
export function landmarks(orgKey: OrgKey = 'main') {
  const id = (number: number) => idOf(prefixOf(orgKey), number);
  return {
    automaticDeal: id(KNOWN.automaticDeal),
    openDeal: id(KNOWN.openDeal),
    manualDeal: id(KNOWN.manualDeal),
    bothDeal: id(KNOWN.bothDeal),
    rightToLeftDeal: id(KNOWN.rightToLeftDeal),
    emojiDeal: id(KNOWN.emojiDeal),
    markupDeal: id(KNOWN.markupDeal),
    longDeal: id(KNOWN.longDeal),
    wonUnlockedDeal: id(KNOWN.wonUnlockedDeal),
    dealsConfiguration: id(KNOWN.dealsConfiguration),
    closedWonRule: id(KNOWN.closedWonRule),
    administrator: id(KNOWN.administrator),
    salesUser: id(KNOWN.sales),
  } as const;
}
