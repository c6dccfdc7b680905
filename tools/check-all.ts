/**
 * `npm test`: everything that must hold before a change is taken in. `npm run check`: what
 * takes less than a minute. Both end with `N passed, M failed`.
 */
import { runSteps } from './checks/run-steps';
import { QUICK_STEPS, STEPS } from './checks/steps';

const steps = process.argv.includes('--quick') ? QUICK_STEPS : STEPS;
const { passed, failed } = await runSteps(steps, console.log);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
