import { isList, isObject, stringAt } from '../../../base/json';
import type { Configuration } from '../../configuration/model';
import {
  EXPORT_FORMAT,
  type ExportContext,
  type ExportedConfiguration,
  exportConfiguration,
} from '../export/export-configuration';
import { readExported } from '../import/import-configuration';
import { type ImportRefusal, readJson, refusal } from '../import/read-json';

export const BACKUP_FORMAT = 'record-lock-backup';
export const BACKUP_VERSION = 1;

/** In characters: a backup holds the configurations of all modules. */
const MAX_LENGTH = 10_000_000;

/** The configurations of many modules in one file, each as it is exported by itself. */
export interface Backup {
  readonly format: typeof BACKUP_FORMAT;
  readonly version: typeof BACKUP_VERSION;
  /** When, ISO 8601. */
  readonly exported?: string;
  /** Each module once. */
  readonly modules: readonly ExportedConfiguration[];
}

/** What of one module goes into a backup. */
export interface BackedUpModule extends ExportContext {
  readonly configuration: Configuration;
}

/** The backup of these modules. `now`: ISO 8601. Modules without a configuration have nothing to back up. */
export const makeBackup = (modules: readonly BackedUpModule[], now: string): Backup => ({
  format: BACKUP_FORMAT,
  version: BACKUP_VERSION,
  exported: now,
  modules: modules.map(({ configuration, ...context }) => exportConfiguration(configuration, context)),
});

/** The text of a backup's file, readable by people. */
export const backupText = (backup: Backup): string => `${JSON.stringify(backup, null, 2)}\n`;

export type BackupReading =
  | { readonly ok: true; readonly backup: Backup }
  | { readonly ok: false; readonly refusal: ImportRefusal };

/**
 * Reads the text of a backup's file. The file of a single exported configuration is a backup of one module. Never throws. A file
 * is accepted or refused whole; a refusal names the first wrong place.
 */
export const readBackup = (text: string): BackupReading => {
  const no = (reason: ImportRefusal): BackupReading => ({ ok: false, refusal: reason });
  const json = readJson(text, MAX_LENGTH);
  if (!json.ok) return json;
  const { value } = json;
  if (!isObject(value)) return no(refusal('wrongFormat', ['format']));
  if (value.format === EXPORT_FORMAT) {
    const single = readExported(value);
    return 'problem' in single ? no(single) : backupOf([single], single.exported);
  }
  const { format, version, modules } = value;
  if (format !== BACKUP_FORMAT) return no(refusal('wrongFormat', ['format']));
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    return no(refusal(version === undefined ? 'missing' : 'wrongType', ['version']));
  if (version > BACKUP_VERSION) return no(refusal('newerVersion', ['version'], { limit: BACKUP_VERSION }));
  if (!isList(modules)) return no(refusal(modules === undefined ? 'missing' : 'wrongType', ['modules']));
  const read: ExportedConfiguration[] = [];
  for (const [i, one] of modules.entries()) {
    const result = readExported(one);
    if ('problem' in result) return no({ ...result, path: ['modules', i, ...result.path] });
    if (read.some(({ module }) => module.api_name === result.module.api_name))
      return no(refusal('duplicate', ['modules', i, 'module', 'api_name']));
    read.push(result);
  }
  return backupOf(read, stringAt(value, 'exported'));
};

const backupOf = (
  modules: readonly ExportedConfiguration[],
  exported: string | undefined,
): BackupReading => ({
  ok: true,
  backup: {
    format: BACKUP_FORMAT,
    version: BACKUP_VERSION,
    ...(exported !== undefined && { exported }),
    modules,
  },
});

/** A module of a backup with where it goes. */
export interface RestorePlace<T> {
  readonly exported: ExportedConfiguration;
  /** Undefined: this organisation has no such module that can be locked. */
  readonly target: T | undefined;
}

/** Finds the module for each part of a backup: by API name, else the only one with the same label. */
export const restorePlaces = <T extends { readonly apiName: string; readonly label: string }>(
  backup: Backup,
  modules: readonly T[],
): readonly RestorePlace<T>[] => {
  const plain = (text: string): string => text.trim().toLowerCase();
  const same = (exported: ExportedConfiguration): T | undefined =>
    modules.find(({ apiName }) => apiName === exported.module.api_name);
  const taken = new Set(backup.modules.flatMap((one) => same(one) ?? []));
  return backup.modules.map((exported) => {
    const alike = modules.filter(
      (one) => !taken.has(one) && plain(one.label) === plain(exported.module.label),
    );
    return { exported, target: same(exported) ?? (alike.length === 1 ? alike[0] : undefined) };
  });
};
