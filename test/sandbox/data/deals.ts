import type { JsonObject } from '../api/json';
import type { Catalogue, CrmRecord, OrgState } from '../api/types';
import { idOf, KNOWN } from './ids';
import { ODD_NAMES } from './names';
import { userValue } from './values';

const NEGOTIATION = 'Negotiation/Review';
const WON = 'Closed Won';

/** The deals that people look for first: one in each state of locking, and the names that break pages. */
const DEALS: readonly [number: number, name: string, stage: string][] = [
  [KNOWN.automaticDeal, 'Commercial Press', WON],
  [KNOWN.openDeal, 'Northern Paper Works', NEGOTIATION],
  [KNOWN.manualDeal, 'Harbour Logistics', 'Proposal/Price Quote'],
  [KNOWN.bothDeal, 'Atlas Bridge Builders', WON],
  [KNOWN.rightToLeftDeal, ODD_NAMES.rightToLeft, 'Qualification'],
  [KNOWN.emojiDeal, ODD_NAMES.emoji, 'Value Proposition'],
  [KNOWN.markupDeal, ODD_NAMES.markup, 'Needs Analysis'],
  [KNOWN.longDeal, ODD_NAMES.long, NEGOTIATION],
  [KNOWN.wonUnlockedDeal, 'Lakeside Clinics', WON],
];

/** Puts the known deals before the generated ones, whose other values they borrow. */
export function seedDeals(catalogue: Catalogue, state: OrgState, now: Date): void {
  const generated = Object.values(state.records.Deals ?? {});
  const sales = catalogue.people.find((person) => person.key === 'sales');
  const known: Record<string, CrmRecord> = {};
  DEALS.forEach(([number, name, stage], index) => {
    const own: JsonObject & { id: string } = {
      ...(generated[index] ?? {}),
      id: idOf(catalogue.prefix, number),
      Deal_Name: name,
      Stage: stage,
      Amount: 12_500 * (index + 1),
      Closing_Date: now.toISOString().slice(0, 10),
      Owner: sales ? userValue(sales) : null,
    };
    known[own.id] = own;
  });
  state.records.Deals = { ...known, ...state.records.Deals };
}
