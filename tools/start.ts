/** `npm start`: builds the extension and shows it in a CRM on this machine, or with `--org` over a real one. */
import { fileURLToPath } from 'node:url';
import { readArguments } from '../test/sandbox/arguments';
import { startOrg } from '../test/sandbox/org/start-org';
import { startSandbox } from '../test/sandbox/start-sandbox';
import { BUILT_APP, buildExtension } from './build-extension';
import { RECORD_LOCK } from './record-lock';

const HINTS = [
  'Lock the deal: write a reason, press Lock.',
  'Be somebody else: choose another user in the bar below the page.',
  "Set a deal's Stage to Closed Won, save, press Refresh in the record page: a rule has locked it.",
  'Let things go wrong: choose a fault or a latency in the bar.',
  'Export a configuration in the settings, press "Another org", and import it there.',
];
const STATE = fileURLToPath(new URL('../.cache/sandbox.json', import.meta.url));

const { isOrg, allowWrites, ...common } = readArguments(process.argv.slice(2));
await buildExtension();
const shown = { ...RECORD_LOCK, app: { folder: BUILT_APP } };
if (isOrg) await startOrg({ ...shown, ...common, allowWrites });
else await startSandbox({ ...shown, ...common, hints: HINTS, statePath: STATE });
