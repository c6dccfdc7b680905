import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { playwrightCounts, vitestCounts } from '../../../tools/checks/counts';
import { runSteps } from '../../../tools/checks/run-steps';

let folder: string;
let said: string[];
const say = (text: string) => said.push(text);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'steps-'));
  said = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

const node = (script: string) => `"${process.execPath}" -e "${script}"`;

/** A step whose command writes this vitest report and ends with `code`. */
function tests(name: string, report: Record<string, number>, code = 0) {
  const source = join(folder, `${name}.source.json`);
  const file = join(folder, `${name}.json`);
  const all = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, ...report };
  writeFileSync(source, JSON.stringify(all));
  const command = `"${process.execPath}" "${join(folder, 'copy.cjs')}" "${source}" "${file}" ${code}`;
  writeFileSync(
    join(folder, 'copy.cjs'),
    'const [, , from, to, code] = process.argv; require("node:fs").copyFileSync(from, to); process.exit(Number(code));',
  );
  return { name, command, report: { file, counts: vitestCounts } };
}

test('counts the tests and one for each step without tests, a line for each step', async () => {
  const steps = [{ name: 'types', command: node('0') }, tests('unit', { numPassedTests: 12 })];
  expect(await runSteps(steps, say)).toEqual({ passed: 13, failed: 0 });
  expect(said).toEqual([
    expect.stringMatching(/^ok +[\d.]+ s {2}types$/),
    expect.stringMatching(/^ok +[\d.]+ s {2}unit {2}12 passed$/),
  ]);
});

test('a step that says what it found has it in its line', async () => {
  const command = node('console.log(1);console.log(6*7)');
  await runSteps([{ name: 'audit', command, says: true }], say);
  expect(said).toEqual([expect.stringMatching(/^ok +[\d.]+ s {2}audit {2}42$/)]);
});

test('stops at a failing step and shows what it said', async () => {
  const steps = [
    { name: 'first', command: node('0') },
    { name: 'second', command: node('console.log(6*7);process.exit(3)') },
    { name: 'third', command: node('0') },
  ];
  expect(await runSteps(steps, say)).toEqual({ passed: 1, failed: 1 });
  expect(said.join('\n')).toMatch(/FAILED.*second.*42/s);
  expect(said.join('\n')).not.toContain('third');
});

test('failed tests are counted from the report', async () => {
  const outcome = await runSteps([tests('unit', { numPassedTests: 5, numFailedTests: 2 }, 1)], say);
  expect(outcome).toEqual({ passed: 5, failed: 2 });
});

test('a skipped test fails the run, though the command is content', async () => {
  const outcome = await runSteps([tests('unit', { numPassedTests: 5, numPendingTests: 1 })], say);
  expect(outcome).toEqual({ passed: 5, failed: 1 });
  expect(said.join('\n')).toContain('1 skipped');
});

test('a test command that leaves no report fails, even with an old report about', async () => {
  const step = tests('unit', { numPassedTests: 5 });
  writeFileSync(
    step.report.file,
    '{"numPassedTests":5,"numFailedTests":0,"numPendingTests":0,"numTodoTests":0}',
  );
  expect(await runSteps([{ ...step, command: node('0') }], say)).toEqual({ passed: 0, failed: 1 });
});

test("Playwright's flaky tests are failures", () => {
  const report = JSON.stringify({ stats: { expected: 7, unexpected: 1, flaky: 2, skipped: 0 } });
  expect(playwrightCounts(report)).toEqual({ passed: 7, failed: 3, skipped: 0 });
});
