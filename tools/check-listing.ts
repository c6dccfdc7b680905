/** `npm run listing`: is everything there that publishing on the Marketplace needs, in the sizes it asks for? */
import { checkListing } from './listing/check';

const { pictures, problems } = checkListing(process.cwd());
console.log(`pictures: ${pictures.join(', ') || 'none'}`);
for (const problem of problems) console.error(problem);
if (problems.length === 0) console.log('The listing is complete.');
process.exitCode = problems.length === 0 ? 0 : 1;
