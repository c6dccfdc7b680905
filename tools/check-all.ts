/** `npm test`: everything that must hold before a change is taken in. Ends with `N passed, M failed`. */
import { runSteps } from './checks/run-steps';
import { STEPS } from './checks/steps';

const { passed, failed } = await runSteps(STEPS, console.log);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
