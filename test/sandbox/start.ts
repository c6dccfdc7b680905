/** `npm start`: a CRM on this machine, or with `--org` the host page over a real one. */
import { parseArgs } from 'node:util';
import { startOrg } from './org/start-org';
import { startSandbox } from './start-sandbox';

const FIRST_PORT = 5050;

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: String(FIRST_PORT) },
    open: { type: 'boolean', default: true },
    org: { type: 'boolean', default: false },
    'allow-writes': { type: 'boolean', default: false },
  },
  allowNegative: true,
});

const port = /^\d{1,5}$/.test(values.port) ? Number(values.port) : FIRST_PORT;
if (values['allow-writes'] && !values.org)
  console.error('--allow-writes goes with --org; the sandbox needs none.');
if (values.org) await startOrg({ port, open: values.open, allowWrites: values['allow-writes'] });
else await startSandbox(port, values.open);
