/** What an SDK file exposes, held against what the declarations say: in lines a person can read. */
import type { Exposed } from './exposed';

export interface Comparison {
  /** Exposed by the file, unknown to the declarations. */
  readonly missing: readonly string[];
  /** Declared, but not in this file: right for a file older than the declarations. */
  readonly notExposed: readonly string[];
}

export function compare(exposed: readonly string[], declared: readonly string[]): Comparison {
  return {
    missing: exposed.filter((path) => !declared.includes(path)),
    notExposed: declared.filter((path) => !exposed.includes(path)),
  };
}

export function report(exposed: Exposed, { missing, notExposed }: Comparison): string[] {
  return [
    `${exposed.functions.length} functions:`,
    ...byObject(exposed.functions),
    `other globals: ${exposed.otherGlobals.join(', ') || 'none'}`,
    `missing in the declarations: ${missing.length === 0 ? 'none' : missing.length}`,
    ...byObject(missing),
    `declared but not exposed: ${notExposed.length === 0 ? 'none' : notExposed.length}`,
    ...byObject(notExposed),
  ];
}

/** One line an object: `  ZOHO.CRM.META (2): getFields, getModules`. */
function byObject(paths: readonly string[]): string[] {
  const objects = new Map<string, string[]>();
  for (const path of paths) {
    const dot = path.lastIndexOf('.');
    const object = path.slice(0, dot);
    objects.set(object, [...(objects.get(object) ?? []), path.slice(dot + 1)]);
  }
  return [...objects].map(([object, names]) => `  ${object} (${names.length}): ${names.join(', ')}`);
}
