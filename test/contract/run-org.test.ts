import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const TSX = join(import.meta.dirname, '../../node_modules/.bin/tsx');

/** Runs a program of this folder with nothing of Zoho in its environment, unless given. */
function run(file: string, args: readonly string[] = [], env: Record<string, string> = {}) {
  const bare = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(ZOHO|VITEST)/.test(name)),
  );
  const options = { env: { ...bare, ...env }, encoding: 'utf8' } as const;
  const { status, stdout, stderr } = spawnSync(TSX, [join(import.meta.dirname, file), ...args], options);
  return { status, output: stdout + stderr };
}

describe('npm run test:org', () => {
  it('says what it needs, and does nothing without it', () => {
    const nothing = run('org.ts');
    expect(nothing.status).toBe(2);
    expect(nothing.output).toContain('ZOHO_REFRESH_TOKEN');
    const env = { ZOHO_CLIENT_ID: 'i', ZOHO_CLIENT_SECRET: 'shh', ZOHO_REFRESH_TOKEN: 'hush', ZOHO_DC: 'eu' };
    const nowhere = run('org.ts', [], env);
    expect(nowhere.status).toBe(2);
    expect(nowhere.output).toContain('Name the module');
    expect(nowhere.output).not.toMatch(/shh|hush/);
  });

  it('tells which assumptions held, fails for one that did not, and cleans up after it', () => {
    const { status, output } = run('stand-in-run.ts');
    expect(status).toBe(1);
    expect(output).toMatch(/^ {2}R2 +held$/m);
    expect(output).toMatch(/^ {2}R7 +DID NOT HOLD$/m);
    expect(output).toMatch(/^ {2}R8 +only by eye$/m);
    expect(output).toContain('secrets in the output: 0');
    expect(output).toContain('left behind: nothing');
  });
});
