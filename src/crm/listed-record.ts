import type { UnknownObject } from '../base/json';
import { nameFieldOfModule } from '../locking/lock/name-field';
import { flag, text } from './parse';

/** A record as a list of records tells it. */
export interface ListedRecord {
  readonly id: string;
  /** Empty when it has none. */
  readonly name: string;
  /** Null where the list does not say. */
  readonly locked: boolean | null;
  readonly lockedForMe: boolean | null;
}

/** What a list has to be asked for. */
export const listedFields = (module: string): string => `${nameFieldOfModule(module)},Locked__s`;

/** Null for a row without an id that a path could take. */
export function parseListed(module: string): (row: UnknownObject) => ListedRecord | null {
  const nameField = nameFieldOfModule(module);
  return (row) => {
    const id = text(row.id);
    if (id === null || !/^\d{1,30}$/.test(id)) return null;
    return {
      id,
      name: text(row[nameField]) ?? '',
      locked: flag(row.Locked__s),
      lockedForMe: flag(row.$locked_for_me),
    };
  };
}
