import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Runs a program of this folder with nothing of Zoho in its environment. */
function run(file: string) {
  const bare = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(ZOHO|VITEST)/.test(name)),
  );
  const options = { env: bare, encoding: 'utf8' } as const;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', join(import.meta.dirname, file)],
    options,
  );
  return { status, output: stdout + stderr };
}

describe('npm run test:org', () => {
  it('says what it needs, and does nothing without it', () => {
    const nothing = run('org.ts');
    expect(nothing.status).toBe(2);
    expect(nothing.output).toContain('ZOHO_REFRESH_TOKEN');
  });

  it('tells which assumptions held, fails for one that did not, and cleans up after it', () => {
    const { status, output } = run('stand-in-run.ts');
    expect(status).toBe(1);
    expect(output).toMatch(/^ {2}R4 +held \(tests: 4\)$/m);
    expect(output).toMatch(/^ {2}R7 +DID NOT HOLD$/m);
    expect(output).toMatch(/^ {2}R8 +only by eye$/m);
    expect(output).toContain('secrets in the output: 0');
    expect(output).toContain('left behind: nothing');
  });
});
