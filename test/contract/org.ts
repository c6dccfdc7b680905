/** `npm run test:org`: the contract suite against a real org. Exit code 2: something is missing; 1: something failed. */
import { parseArgs } from 'node:util';
import { isObject, type JsonObject } from '../sandbox/api/json';
import { takeCredentials } from '../sandbox/org/credentials';
import { runOrg } from './run-org';

const USAGE = `
npm run test:org -- --module Contacts

  --module Name           where the suite makes its own records, and deletes them again
  --values '{"A":"b"}'    what a record of that module needs besides its name
  --allow-configuration   lets it make a locking configuration in a module that has none, and delete it again
`;

const { values } = parseArgs({
  options: {
    module: { type: 'string', default: '' },
    values: { type: 'string', default: '{}' },
    'allow-configuration': { type: 'boolean', default: false },
  },
});

const recordValues = readValues(values.values);
const taken = takeCredentials(process.env);
const problem =
  'problem' in taken
    ? taken.problem
    : !/^\w{1,100}$/.test(values.module)
      ? 'Name the module to work in.'
      : recordValues === undefined
        ? '--values is no JSON object.'
        : '';
if ('problem' in taken || problem || !recordValues) {
  console.error(`${problem}\n${USAGE}`);
  process.exitCode = 2;
} else {
  const run = {
    credentials: taken.credentials,
    module: values.module,
    values: recordValues,
    allowConfiguration: values['allow-configuration'],
  };
  process.exitCode = (await runOrg(run, console.log)) ? 0 : 1;
}

function readValues(json: string): JsonObject | undefined {
  try {
    const parsed: unknown = JSON.parse(json);
    return isObject(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}
