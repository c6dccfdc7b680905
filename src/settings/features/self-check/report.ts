import type { Check } from './run-checks';

/** The extension's own version, put in when it is built. */
declare const VERSION: string;

/**
 * The checks as text for whoever helps: in English whatever the page's language, a line each, without names, ids, or anything of
 * a record.
 */
export function report(checks: readonly Check[], at: Date): string {
  const line = ({ id, outcome, code, found }: Check): string => {
    const more = Object.entries(found ?? {}).map(([name, value]) => `${name} ${value}`);
    return `${id}: ${[outcome, ...(code ? [code] : []), ...more].join(', ')}`;
  };
  return [`Record Lock ${VERSION}, self-check, ${at.toISOString()}`, ...checks.map(line)].join('\n');
}
