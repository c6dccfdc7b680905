import type { OrgState } from './types';

const copied = <T>(byModule: Record<string, Record<string, T>>): Record<string, Record<string, T>> =>
  Object.fromEntries(Object.entries(byModule).map(([module, list]) => [module, { ...list }]));

/** A state that no longer changes with this one. Records, locks and lists are replaced when they change, so they are shared. */
export function copyState({ records, locks, notes, timeline, ...rest }: OrgState): OrgState {
  return {
    ...structuredClone(rest),
    records: copied(records),
    locks: copied(locks),
    notes: copied(notes),
    timeline: copied(timeline),
  };
}
