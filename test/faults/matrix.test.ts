import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useFakeTime } from './faulty-line';
import { RECORD_SITES } from './record-sites';
import { runCell } from './run-cell';
import { SETTINGS_SITES } from './settings-sites';
import { WIRE_FAULTS } from './wire-faults';

const SITES = [...RECORD_SITES, ...SETTINGS_SITES];

beforeEach(() => {
  useFakeTime();
  vi.stubGlobal('navigator', { onLine: true });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe.each(SITES.map((site) => [`${site.page}: ${site.name} (${site.call})`, site] as const))(
  '%s',
  (_name, site) => {
    it.each(WIRE_FAULTS.map((fault) => [fault.name, fault] as const))('%s', async (_fault, fault) => {
      expect(await runCell(site, fault)).toEqual([]);
    });
  },
);
