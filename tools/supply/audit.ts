/** What `npm audit --json` found. Nothing counts as clean but a report that says so. */
export type Audit =
  | { readonly kind: 'clean'; readonly packages: number }
  /** One line for each package with a known weakness. */
  | { readonly kind: 'found'; readonly lines: readonly string[] }
  | { readonly kind: 'notChecked'; readonly why: string };

interface Report {
  readonly auditReportVersion?: unknown;
  readonly vulnerabilities?: Readonly<Record<string, { severity?: unknown; range?: unknown }>>;
  readonly metadata?: {
    readonly vulnerabilities?: { readonly total?: unknown };
    readonly dependencies?: { readonly prod?: unknown };
  };
  readonly message?: unknown;
  readonly error?: { readonly summary?: unknown; readonly code?: unknown };
}

/** Reads the standard output of npm 8 or newer. Whatever is no whole report is `notChecked`: offline, a mirror without audits, a time-out. */
export function readAudit(output: string): Audit {
  const report = parsed(output);
  const { auditReportVersion, vulnerabilities, metadata } = report;
  const total = metadata?.vulnerabilities?.total;
  if (auditReportVersion !== 2 || typeof vulnerabilities !== 'object' || typeof total !== 'number')
    return { kind: 'notChecked', why: reason(report) };
  const lines = Object.entries(vulnerabilities).map(
    ([name, { severity, range }]) => `${name} ${range}: ${severity}`,
  );
  if (lines.length > 0 || total > 0) return { kind: 'found', lines };
  const packages = metadata?.dependencies?.prod;
  // npm counts the project itself among them.
  return { kind: 'clean', packages: typeof packages === 'number' ? packages - 1 : 0 };
}

function parsed(output: string): Report {
  try {
    const report: unknown = JSON.parse(output);
    return typeof report === 'object' && report !== null ? report : {};
  } catch {
    return {};
  }
}

/** The address that npm names is left out: it may be one with credentials in it. */
function reason({ error, message }: Report): string {
  const texts = [error?.summary, message, error?.code].filter(
    (text) => typeof text === 'string' && text !== '',
  );
  return (
    String(texts[0] ?? 'no report came')
      .replace(/\s*-?\s*(?:GET|POST)?\s*https?:\/\/\S+/g, '')
      .split('\n')[0] ?? ''
  );
}
