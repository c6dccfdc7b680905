/**
 * `npm start`: builds the extension and shows it in a CRM on this machine, or with `--org` over a real one; with `--widget`
 * any other widget.
 */
import { fileURLToPath } from 'node:url';
import { type Arguments, readArguments, USAGE } from '../test/sandbox/arguments';
import { startOrg } from '../test/sandbox/org/start-org';
import { startSandbox } from '../test/sandbox/start-sandbox';
import { startWidget } from '../test/sandbox/start-widget';
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

async function start(given: Arguments): Promise<void> {
  if (given.shown) return startWidget(given.shown, given);
  await buildExtension();
  const shown = { ...RECORD_LOCK, app: { folder: BUILT_APP } };
  const { port, open, isOrg, allowWrites } = given;
  if (isOrg) return startOrg({ ...shown, port, open, allowWrites });
  return startSandbox({ ...shown, port, open, at: '/crm/tab/Deals/:record', hints: HINTS, statePath: STATE });
}

let given: Arguments | undefined;
try {
  given = readArguments(process.argv.slice(2));
  await start(given);
} catch (error) {
  if (!given || given.shown) console.error(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
  else throw error;
  process.exitCode = 2;
}
