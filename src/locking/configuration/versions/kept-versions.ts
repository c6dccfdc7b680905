import {
  isJson,
  isList,
  isObject,
  type Json,
  type JsonObject,
  jsonEqual,
  stringAt,
  without,
} from '../../../base/json';
import { SERVER_KEYS } from '../model';

/** A configuration as it once was. */
export interface KeptVersion {
  /** What Zoho held, without what only the server writes; null: the module had no configuration. */
  readonly source: JsonObject | null;
  /** When it was saved (ISO 8601) and by whom; null where Zoho did not say. */
  readonly savedAt: string | null;
  readonly savedBy: string | null;
  /** When this browser saw it, in milliseconds. */
  readonly seenAt: number;
}

/** The most versions that are kept of a module. */
export const MOST_VERSIONS = 10;

/** The most room that the versions of a module take, in characters of JSON: browsers keep little for a page. */
export const VERSIONS_ROOM = 200_000;

const content = (source: JsonObject): JsonObject => without(source, SERVER_KEYS);

const versionOf = (source: JsonObject | null, seenAt: number): KeptVersion => ({
  source: source && content(source),
  savedAt: (source && stringAt(source, 'modified_time')) ?? null,
  savedBy: (source && isObject(source.modified_by) && stringAt(source.modified_by, 'name')) || null,
  seenAt,
});

/** The newest that fit. The newest of all stays even when it alone is too long: `keepVersions` leaves it out then. */
const bounded = (versions: readonly KeptVersion[]): readonly KeptVersion[] => {
  let room = VERSIONS_ROOM;
  return versions.slice(0, MOST_VERSIONS).filter((version, i) => {
    room -= JSON.stringify(version).length;
    return room >= 0 || i === 0;
  });
};

/**
 * The versions with what was just read or saved in front, the newest first. What equals the newest is not kept again. `source`:
 * one element of `record_locking_configurations`, or null for none.
 */
export const addVersion = (
  versions: readonly KeptVersion[],
  source: JsonObject | null,
  seenAt: number,
): readonly KeptVersion[] => {
  const version = versionOf(source, seenAt);
  const [newest] = versions;
  return newest && jsonEqual(newest.source, version.source) ? versions : bounded([version, ...versions]);
};

/** As JSON for the browser's memory. */
export const keepVersions = (versions: readonly KeptVersion[]): Json =>
  bounded(versions)
    .filter((version) => JSON.stringify(version).length <= VERSIONS_ROOM)
    .map(({ source, savedAt, savedBy, seenAt }) => ({ source, savedAt, savedBy, seenAt }));

const isTextOrNull = (value: Json | undefined): value is string | null =>
  value === null || typeof value === 'string';

/** What was kept; damaged entries are left out. */
export const readVersions = (kept: unknown): readonly KeptVersion[] => {
  if (!isJson(kept) || !isList(kept)) return [];
  const versions = kept.flatMap((one): KeptVersion[] => {
    if (!isObject(one)) return [];
    const { source, savedAt, savedBy, seenAt } = one;
    if ((source !== null && !isObject(source)) || typeof seenAt !== 'number') return [];
    return isTextOrNull(savedAt) && isTextOrNull(savedBy) ? [{ source, savedAt, savedBy, seenAt }] : [];
  });
  return bounded(versions);
};
