/** Runs the steps one after the other, a line for each, and stops at the first that fails with all it had to say. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import type { Counts } from './counts';
import type { Step } from './steps';

export interface Outcome {
  readonly passed: number;
  readonly failed: number;
}

/** A step without tests counts as one check. `say` gets each line as it is known. */
export async function runSteps(steps: readonly Step[], say: (text: string) => void): Promise<Outcome> {
  let passed = 0;
  for (const step of steps) {
    if (step.report) rmSync(step.report.file, { force: true });
    const began = performance.now();
    const { code, output } = await run(step.command);
    const seconds = `${((performance.now() - began) / 1000).toFixed(1)} s`.padStart(8);

    const counts = countsOf(step);
    const skipped = counts?.skipped ?? 0;
    const good = code === 0 && counts !== undefined && counts.failed === 0 && skipped === 0;
    passed += counts?.passed ?? 0;
    const tests = step.report && counts ? `  ${counts.passed} passed` : '';
    const found = step.says && good ? `  ${output.trimEnd().split('\n').at(-1)}` : '';
    say(`${good ? 'ok    ' : 'FAILED'} ${seconds}  ${step.name}${tests}${found}`);
    if (!good) {
      say(`\n$ ${step.command}\n${output.trimEnd()}\n`);
      if (skipped > 0) say(`${skipped} skipped: a test runs or is taken out`);
      return { passed: step.report ? passed : passed - 1, failed: Math.max(1, counts?.failed ?? 0) };
    }
  }
  return { passed, failed: 0 };
}

function countsOf({ report }: Step): Counts | undefined {
  if (!report) return { passed: 1, failed: 0, skipped: 0 };
  return existsSync(report.file) ? report.counts(readFileSync(report.file, 'utf8')) : undefined;
}

function run(command: string): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    child.on('close', (code) => resolve({ code, output }));
  });
}
