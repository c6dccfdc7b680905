/** What `npm run test:org` does, against the second sandbox that plays Zoho; for run-org.test.ts. */
import { startZoho } from '../sandbox/org/zoho-stand-in';
import { runOrg } from './run-org';

const zoho = await startZoho({ unlockOfBoth: 'refused' });
const { credentials, endpoints } = zoho;
const run = { credentials, endpoints, module: 'Products', values: {}, allowConfiguration: true };
const said: string[] = [];
const isGood = await runOrg(run, (line) => {
  said.push(line);
  console.log(line);
});
const secrets = [credentials.clientSecret, credentials.refreshToken, ...zoho.tokens];
console.log(`secrets in the output: ${secrets.filter((one) => said.join('\n').includes(one)).length}`);
console.log(`left behind: ${zoho.sandbox.org.configurationOf('Products') ? 'a configuration' : 'nothing'}`);
await zoho.close();
process.exitCode = isGood ? 0 : 1;
