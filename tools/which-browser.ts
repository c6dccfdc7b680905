/** Prints the browser that the browser tests would use; exit code 1 and how to get one when there is none. */
import { findBrowser } from './find-browser';

try {
  const { path, from } = findBrowser();
  console.log(`${path} (${from})`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
