import { isObject, textAt } from '../api/json';
import { zohoDay, zohoTime } from '../api/times';
import type { Catalogue, CrmRecord, Lock, OrgState, Person, Ref } from '../api/types';
import { idOf, KNOWN } from './ids';
import { matter } from './names';
import { below, oneOf, random } from './random';
import { userValue } from './values';

const DAY_MS = 86_400_000;
/** Above every other id of the sample data. */
const FIRST_DEAL = 3_000_001;
const FIRST_LOCK = 4_000_001;
const REASONS = [
  'Contract is with the customer for signature',
  'Prices are being checked',
  'Under audit until the quarter is closed',
  'Waiting for the legal department',
  'Credit check',
  'Duplicate, being merged',
] as const;

/** Deals beyond the usual ones: only the fields that lists show, so that ten thousand take no time. */
export function addDeals(
  catalogue: Catalogue,
  state: OrgState,
  now: Date,
  seed: number,
  total: number,
): void {
  const deals = state.records.Deals ?? {};
  const count = total - Object.keys(deals).length;
  if (count <= 0) return;
  const next = random(seed + 12_000);
  const stages = catalogue.modules
    .find(({ api_name }) => api_name === 'Deals')
    ?.fields.find(({ api_name }) => api_name === 'Stage')?.pick_list_values;
  const accounts = Object.values(state.records.Accounts ?? {}).map(({ id, Account_Name }) => ({
    id,
    name: String(Account_Name),
  }));
  const owners = catalogue.people.map(userValue);
  // A few hundred dates for all of them: writing a date is what takes longest.
  const days = Array.from({ length: 300 }, (_, day) => new Date(now.getTime() - day * DAY_MS));
  const times = days.map(zohoTime);
  const dates = days.map(zohoDay);
  for (let index = 0; index < count; index++) {
    const id = idOf(catalogue.prefix, FIRST_DEAL + 3 * index);
    const owner = owners[below(next, owners.length)] ?? null;
    const time = times[below(next, times.length)] ?? null;
    deals[id] = {
      id,
      Deal_Name: `${matter(next)} ${index + 1}`,
      Stage: stages?.[below(next, stages.length)]?.actual_value ?? null,
      Amount: below(next, 4_000) * 50,
      Closing_Date: dates[below(next, dates.length)] ?? null,
      Account_Name: accounts[below(next, accounts.length)] ?? null,
      Owner: owner,
      Created_By: owner,
      Modified_By: owner,
      Created_Time: time,
      Modified_Time: time,
      Last_Activity_Time: time,
      Tag: [],
    };
  }
  state.records.Deals = deals;
  state.counter = Math.max(state.counter, FIRST_LOCK + 3 * total);
}

const refOf = ({ id, name }: Person): Ref => ({ id, name });

/** Locks deals until so many are: those that are won by the rule, the others by several people for several reasons. */
export function lockDeals(catalogue: Catalogue, state: OrgState, now: Date, total: number): void {
  const configuration = state.configurations.Deals;
  if (!configuration) return;
  const rule = configuration.locking_rules?.[0];
  const next = random(total);
  const locks = state.locks.Deals ?? {};
  const kept = new Set(Object.entries(KNOWN).map(([, number]) => idOf(catalogue.prefix, number)));
  const people = [...catalogue.people, ...catalogue.staff.slice(0, 6)].map(refOf);
  const times = Array.from({ length: 120 }, (_, day) => zohoTime(new Date(now.getTime() - day * DAY_MS)));
  let missing = total - Object.keys(locks).length;
  for (const deal of Object.values(state.records.Deals ?? {})) {
    if (missing <= 0) break;
    if (locks[deal.id] || kept.has(deal.id)) continue;
    const isWon = isWonDeal(deal) && rule !== undefined;
    const isBoth = isWon && next() < 0.1;
    const isManual = !isWon || isBoth;
    const lock: Lock = {
      id: idOf(catalogue.prefix, FIRST_LOCK + 3 * missing),
      source: isBoth ? 'Both' : isWon ? 'Automatic' : 'Manual',
      reason: isManual ? oneOf(next, REASONS) : null,
      time: times[below(next, times.length)] ?? '',
      by: isManual ? (people[below(next, people.length)] ?? null) : null,
      rule: isWon ? rule.id : null,
      configuration: configuration.id,
    };
    locks[deal.id] = lock;
    missing -= 1;
  }
  state.locks.Deals = locks;
}

const isWonDeal = (deal: CrmRecord): boolean => isObject(deal) && textAt(deal, 'Stage') === 'Closed Won';
