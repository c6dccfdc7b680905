/** `npm run imports`: do the imports keep the directions of the design? */
import { checkImports } from './imports/check';

const { modules, problems } = checkImports(process.cwd());
for (const problem of problems) console.error(problem);
if (problems.length === 0) console.log(`${modules} modules, every import in its direction`);
process.exitCode = problems.length === 0 ? 0 : 1;
