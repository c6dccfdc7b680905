/** `npm run docs`: does every link of the documents lead somewhere, and does every command and file they name exist? */
import { checkDocs } from './docs/check';

const { documents, links, problems } = checkDocs(process.cwd());
for (const problem of problems) console.error(problem);
if (problems.length === 0) console.log(`${documents} documents, ${links} links`);
process.exitCode = problems.length === 0 ? 0 : 1;
