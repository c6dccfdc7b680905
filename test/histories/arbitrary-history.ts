import fc from 'fast-check';
import { FAULT_NAMES } from './faults';
import type { History, Step } from './play';
import { RECORD_ACTS } from './record-harness';
import { SETTINGS_ACTS } from './settings-harness';
import { READING_COUNT, RECORDS } from './world';

/** What writes, and what follows after a failure. */
const OFTEN = ['lock', 'edit', 'unlock', 'submit'] as const;

const who = fc.nat(1);
const record = fc.nat(RECORDS.length - 1);
const people: fc.Arbitrary<Step> = fc.record({
  kind: fc.constant('record' as const),
  who,
  act: fc.constantFrom(...RECORD_ACTS, ...OFTEN, ...OFTEN),
  // Mostly the same record, so that people meet.
  record: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: record }),
});
const administrators: fc.Arbitrary<Step> = fc.record({
  kind: fc.constant('settings' as const),
  who,
  act: fc.constantFrom(...SETTINGS_ACTS, 'edit' as const, 'save' as const, 'save' as const),
  edit: fc.nat(20),
});
const wire: fc.Arbitrary<Step> = fc.record({ kind: fc.constant('wire' as const), pick: fc.nat(5) });
const settle: fc.Arbitrary<Step> = fc.constant({ kind: 'settle' });
const fault: fc.Arbitrary<Step> = fc.record({
  kind: fc.constant('fault' as const),
  who: fc.nat(3),
  on: fc.constantFrom('read' as const, 'write' as const, 'write' as const, 'any' as const),
  how: fc.constantFrom(...FAULT_NAMES),
});
const stage: fc.Arbitrary<Step> = fc.record({
  kind: fc.constant('stage' as const),
  record,
  won: fc.boolean(),
});
const clock: fc.Arbitrary<Step> = fc.record({
  kind: fc.constant('clock' as const),
  seconds: fc.integer({ min: 1, max: 60 }),
});

/** `settings`: how much of it is about configurations. */
function steps(records: number, settings: number): fc.Arbitrary<readonly Step[]> {
  const step = fc.oneof(
    { weight: records, arbitrary: people },
    { weight: settings, arbitrary: administrators },
    { weight: 6, arbitrary: wire },
    { weight: 3, arbitrary: settle },
    { weight: 3, arbitrary: fault },
    { weight: 1, arbitrary: stage },
    { weight: 1, arbitrary: clock },
  );
  return fc.array(step, { minLength: 1, maxLength: 40, size: 'max' });
}

export const history: fc.Arbitrary<History> = fc.record({
  reading: fc.nat(READING_COUNT - 1),
  opened: fc.boolean(),
  steps: fc.oneof(
    { weight: 3, arbitrary: steps(10, 0) },
    { weight: 1, arbitrary: steps(0, 10) },
    { weight: 1, arbitrary: steps(6, 4) },
  ),
});
