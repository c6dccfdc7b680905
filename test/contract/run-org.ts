import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createVitest, type TestCase } from 'vitest/node';
import { DOCUMENT, type Outcome, readAssumptions, verdicts } from './assumptions';
import { type OrgRun, orgApi } from './org-api';

declare module 'vitest' {
  interface ProvidedContext {
    orgRun: OrgRun;
  }
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Runs the suite against an org, says each result and then which assumptions held. True when nothing failed. Ctrl+C ends
 * the tests, not the cleaning up.
 */
export async function runOrg(run: OrgRun, say: (line: string) => void): Promise<boolean> {
  // What is wrong with the credentials or the module is one sentence, not a failed suite.
  try {
    await orgApi(run);
  } catch (thrown) {
    say(thrown instanceof Error ? thrown.message : String(thrown));
    return false;
  }
  const results: { title: string; outcome: Outcome }[] = [];
  const seen = (test: TestCase) => {
    const result = test.result();
    const outcome = result.state === 'pending' ? 'skipped' : result.state;
    results.push({ title: test.name, outcome });
    say(`${outcome.padEnd(8)}${test.fullName}`);
    for (const error of result.errors ?? []) say(`        ${error.message.split('\n').join('\n        ')}`);
  };
  const problems: string[] = [];
  const note = (errors: readonly { readonly message: string }[]): void => {
    problems.push(...errors.map(({ message }) => message));
  };
  const earlier = process.listeners('SIGINT');
  const vitest = await createVitest('test', {
    config: false,
    root: ROOT,
    include: ['test/contract/org.contract.ts'],
    watch: false,
    cache: false,
    // A process of its own would be ended by Ctrl+C together with this one, before it has cleaned up.
    pool: 'threads',
    testTimeout: 120_000,
    hookTimeout: 300_000,
    provide: { orgRun: run },
    reporters: [
      {
        onTestCaseResult: seen,
        onTestSuiteResult: (suite) => note(suite.errors()),
        onTestModuleEnd: (module) => note(module.errors()),
        onTestRunEnd: (_modules, unhandled) => note(unhandled),
      },
    ],
  });
  // Vitest's own listener ends the process at once, and what was made would stay behind.
  for (const listener of process.listeners('SIGINT'))
    if (!earlier.includes(listener)) process.off('SIGINT', listener);
  let isCancelled = false;
  const cancel = () => {
    isCancelled = true;
    void vitest.cancelCurrentRun('keyboard-input');
  };
  process.once('SIGINT', cancel);
  await vitest.start();
  process.off('SIGINT', cancel);
  await vitest.close();
  for (const problem of problems) say(problem);
  say('\nAssumptions of docs/assumptions.md:\n');
  for (const [id, verdict] of verdicts(readAssumptions(readFileSync(DOCUMENT, 'utf8')), results))
    say(`  ${id.padEnd(5)}${verdict}`);
  const isWhole = !isCancelled && results.length > 0 && problems.length === 0;
  return isWhole && results.every(({ outcome }) => outcome !== 'failed');
}
