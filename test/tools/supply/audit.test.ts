import { expect, test } from 'vitest';
import { readAudit } from '../../../tools/supply/audit';

const report = (vulnerabilities: object, total: number) =>
  JSON.stringify({
    auditReportVersion: 2,
    vulnerabilities,
    metadata: { vulnerabilities: { low: total, total }, dependencies: { prod: 4, dev: 300, total: 303 } },
  });

test('a report without findings is clean', () => {
  expect(readAudit(report({}, 0))).toEqual({ kind: 'clean', packages: 3 });
});

test('findings are named', () => {
  expect(readAudit(report({ preact: { severity: 'high', range: '<1.2.3' } }, 1))).toEqual({
    kind: 'found',
    lines: ['preact <1.2.3: high'],
  });
  expect(readAudit(report({}, 2)).kind).toBe('found');
});

test.each([
  ['offline', JSON.stringify({ error: { code: 'ENOTFOUND', summary: '' } }), 'ENOTFOUND'],
  [
    'a mirror without audits',
    JSON.stringify({
      message:
        '405 Method Not Allowed - POST https://name:password@mirror.example/-/npm/v1/security/advisories/bulk',
      statusCode: 405,
      error: { summary: '', detail: '' },
    }),
    '405 Method Not Allowed',
  ],
  ['nothing, after a time-out', '', 'no report came'],
  ['half a report', report({}, 0).slice(0, 60), 'no report came'],
  ['something else', '[]', 'no report came'],
  [
    'a report of another version',
    JSON.stringify({ auditReportVersion: 3, vulnerabilities: {} }),
    'no report came',
  ],
])('%s proves nothing', (_name, output, why) => {
  expect(readAudit(output)).toEqual({ kind: 'notChecked', why });
});
