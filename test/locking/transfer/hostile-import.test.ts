import { describe, expect, it } from 'vitest';
import { exportConfiguration } from '../../../src/locking/transfer/export/export-configuration';
import { readExport } from '../../../src/locking/transfer/import/import-configuration';
import { HOSTILE_TEXTS } from '../../e2e/support/hostile-text';
import { FIELDS, READ, read } from '../samples';

const exported = exportConfiguration(read(READ), {
  module: { apiName: 'Deals', label: 'Deals' },
  fields: FIELDS,
  now: '2026-01-31T10:00:00Z',
});

/** The document once for each text in it, with that text replaced. */
function* withEachText(value: unknown, text: string): Generator<unknown> {
  if (typeof value === 'string') yield text;
  else if (Array.isArray(value))
    for (const [i, item] of value.entries())
      for (const changed of withEachText(item, text)) yield value.with(i, changed);
  else if (typeof value === 'object' && value !== null)
    for (const [key, item] of Object.entries(value)) {
      for (const changed of withEachText(item, text)) yield { ...value, [key]: changed };
      // The text as a name of a property, as a file can hold it.
      yield JSON.parse(`{${JSON.stringify(text)}:{"polluted":1},${JSON.stringify(value).slice(1)}`);
    }
}

describe('a file with a hostile text in any place', () => {
  it.each(Object.entries(HOSTILE_TEXTS))('is refused or read as it is: %s', (_name, text) => {
    let tried = 0;
    for (const file of withEachText(exported, text)) {
      tried++;
      const reading = readExport(JSON.stringify(file));
      // Whatever was read came from the file: no text was filled in, cut or run.
      if (reading.ok) for (const word of words(reading.exported)) expect(words(file)).toContain(word);
      else
        expect(reading.refusal.path.every((step) => ['string', 'number'].includes(typeof step))).toBe(true);
      expect(Reflect.get({}, 'polluted')).toBeUndefined();
    }
    expect(tried).toBeGreaterThan(50);
  });
});

const words = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(words)
      : [];
