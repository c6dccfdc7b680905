/** `npm start -w crm-sandbox -- --widget …`: any widget in a CRM on this machine. */
import { readArguments, USAGE } from './arguments';
import { startWidget } from './start-widget';

try {
  const given = readArguments(process.argv.slice(2));
  if (given.shown) await startWidget(given.shown, given);
  else console.log(USAGE);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
