import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isChanged } from '../../../src/locking/configuration/saving/request';
import { keySource } from '../../../src/locking/criteria/tree/node';
import {
  backupText,
  makeBackup,
  readBackup,
  restorePlaces,
} from '../../../src/locking/transfer/backup/backup-file';
import { exportConfiguration } from '../../../src/locking/transfer/export/export-configuration';
import { mapConfiguration } from '../../../src/locking/transfer/transfer';
import { configuration } from '../arbitraries';
import { FIELDS, READ, read } from '../samples';

const NOW = '2026-03-18T10:00:00Z';
const moduleOf = (apiName: string, label = apiName, source = READ) => ({
  module: { apiName, label },
  fields: FIELDS,
  configuration: read(source),
});
const two = () => makeBackup([moduleOf('Deals'), moduleOf('Sales_Orders', 'Sales Orders')], NOW);
const refusalOf = (text: string) => {
  const reading = readBackup(text);
  return reading.ok ? 'accepted' : reading.refusal;
};
const changed = (change: object) => JSON.stringify({ ...two(), ...change });

describe('a backup', () => {
  it('is read as it was written', () => {
    expect(readBackup(backupText(two()))).toEqual({ ok: true, backup: two() });
    fc.assert(
      fc.property(fc.array(configuration, { maxLength: 3 }), (sources) => {
        const backup = makeBackup(
          sources.map((source, i) => moduleOf(`M${i}`, `M ${i}`, source)),
          NOW,
        );
        const reading = readBackup(backupText(backup));
        if (reading.ok)
          expect(reading.backup.modules.map((one) => one.module)).toEqual(
            backup.modules.map((one) => one.module),
          );
        // Criteria of an unknown form may be more than a file may hold.
        else expect(['forbiddenKey', 'wrongType', 'criteriaTooDeep']).toContain(reading.refusal.problem);
      }),
    );
  });

  it('restores each module to what it was', () => {
    const reading = readBackup(backupText(two()));
    if (!reading.ok) throw new Error('refused');
    for (const exported of reading.backup.modules) {
      const target = {
        module: { apiName: exported.module.api_name },
        fields: FIELDS,
        profiles: [],
        configuration: read(READ),
      };
      const { draft, report } = mapConfiguration(exported, target, keySource('r'));
      expect([isChanged(draft), report.missing, report.leftOut]).toEqual([false, [], []]);
    }
  });

  it('may be the export of one module', () => {
    const single = exportConfiguration(read(READ), {
      module: { apiName: 'Deals', label: 'Deals' },
      now: NOW,
    });
    const reading = readBackup(JSON.stringify(single));
    expect(reading).toMatchObject({ ok: true, backup: { exported: NOW, modules: [single] } });
  });

  it.each<[string, () => string, object]>([
    ['no JSON', () => '{', { problem: 'notJson' }],
    ['too large', () => ' '.repeat(10_000_001), { problem: 'tooLarge', limit: 10_000_000 }],
    ['no backup', () => '[]', { problem: 'wrongFormat', path: ['format'] }],
    ['another format', () => changed({ format: 'x' }), { problem: 'wrongFormat' }],
    ['a newer version', () => changed({ version: 2 }), { problem: 'newerVersion', limit: 1 }],
    ['no version', () => changed({ version: undefined }), { problem: 'missing', path: ['version'] }],
    ['half a version', () => changed({ version: 0.5 }), { problem: 'wrongType', path: ['version'] }],
    ['no modules', () => changed({ modules: undefined }), { problem: 'missing', path: ['modules'] }],
    ['modules of another form', () => changed({ modules: {} }), { problem: 'wrongType', path: ['modules'] }],
    [
      'a module that is none',
      () => changed({ modules: [two().modules[0], { format: 'x' }] }),
      { problem: 'wrongFormat', path: ['modules', 1, 'format'] },
    ],
    [
      'a module twice',
      () => changed({ modules: [two().modules[0], two().modules[0]] }),
      { problem: 'duplicate', path: ['modules', 1, 'module', 'api_name'] },
    ],
    ['a hostile key', () => '{"format":"record-lock-backup","__proto__":{}}', { problem: 'forbiddenKey' }],
  ])('is refused: %s', (_, text, refusal) => {
    expect(refusalOf(text())).toMatchObject(refusal);
  });

  it('finds its modules by API name, else by a label that is not ambiguous', () => {
    const modules = [
      { apiName: 'Deals', label: 'Opportunities' },
      { apiName: 'Orders__c', label: 'sales orders' },
    ];
    expect(restorePlaces(two(), modules).map(({ target }) => target?.apiName)).toEqual([
      'Deals',
      'Orders__c',
    ]);
    const twins = [...modules, { apiName: 'More__c', label: 'Sales Orders' }];
    expect(restorePlaces(two(), twins).map(({ target }) => target?.apiName)).toEqual(['Deals', undefined]);
  });
});
