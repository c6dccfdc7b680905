import { describe, expect, it } from 'vitest';
import { createCallLine } from '../../src/crm/call-line';
import type { CrmReply, CrmRequest } from '../../src/crm/transport';

const get = (name: string): CrmRequest => ({ method: 'GET', path: `/crm/v8/${name}` });
const OK: CrmReply = { status: 200, body: {} };
const LIMITED: CrmReply = { status: 429, body: { code: 'TOO_MANY_REQUESTS', status: 'error' } };
const tick = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A CRM whose replies come when they are told to, and a clock that stands still until it is moved. */
function crm() {
  const calls: { readonly name: string; readonly reply: (reply: CrmReply) => Promise<void> }[] = [];
  const pauses: { readonly milliseconds: number; readonly end: () => void }[] = [];
  const limited: boolean[] = [];
  const line = createCallLine({
    send: ({ path }) =>
      new Promise((resolve) => {
        const reply = (answer: CrmReply) => {
          resolve(answer);
          return tick();
        };
        calls.push({ name: path.slice(8), reply });
      }),
    wait: (milliseconds) => new Promise((end) => void pauses.push({ milliseconds, end })),
    onLimited: (now) => void limited.push(now),
    random: () => 0.5,
  });
  const names = () => calls.map(({ name }) => name).join(' ');
  const answer = (name: string, reply: CrmReply) =>
    calls.findLast((call) => call.name === name)?.reply(reply) ??
    Promise.reject(new Error(`no call ${name}`));
  const resume = async () => {
    pauses.at(-1)?.end();
    await tick();
  };
  return { line, names, answer, pauses, limited, resume };
}

describe('a line of calls', () => {
  it('sends four at once, then more as answers come, the urgent ones first', async () => {
    const { line, names, answer } = crm();
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) void line.background(get(name));
    void line.urgent(get('X'));
    expect(names()).toBe('a b c d');
    await answer('a', OK);
    expect(names()).toBe('a b c d X e');
  });

  it('sends a call that met the limit again, first and after a pause, be it a read or a write', async () => {
    const { line, names, answer, pauses, limited, resume } = crm();
    const write = line.urgent({ ...get('w'), method: 'POST' });
    void line.background(get('a'));
    await answer('w', LIMITED);
    expect([names(), limited]).toEqual(['w a', [true]]);
    void line.background(get('b'));
    await answer('a', OK);
    expect([names(), pauses.map(({ milliseconds }) => milliseconds)]).toEqual(['w a', [400]]);
    await resume();
    expect(names()).toBe('w a w');
    await answer('w', OK);
    expect(await write).toEqual(OK);
    expect([names(), limited]).toEqual(['w a w b', [true, false]]);
  });

  it('counts a composite call as many, and sends one that is too big for the limit alone', async () => {
    const { line, names, answer } = crm();
    const composite = (name: string) => void line.background({ ...get(name), countsAs: 5 });
    composite('five');
    composite('more');
    void line.background(get('a'));
    expect(names()).toBe('five');
    void line.urgent(get('X'));
    expect(names()).toBe('five');
    await answer('five', OK);
    expect(names()).toBe('five X');
    await answer('X', OK);
    expect(names()).toBe('five X more a');
  });

  it('never sends again what was lost, and does not slow down for it', async () => {
    const { line, names, answer } = crm();
    const write = line.urgent({ ...get('w'), method: 'POST' });
    await answer('w', { lost: 'timeout' });
    expect(await write).toEqual({ lost: 'timeout' });
    expect(names()).toBe('w');
  });

  it('hands the refusal on once the CRM has taken nothing for about twenty seconds', async () => {
    const { line, names, answer, pauses, resume } = crm();
    const write = line.urgent(get('w'));
    for (let i = 0; i < 6; i++) {
      await answer('w', LIMITED);
      await resume();
    }
    expect(await write).toEqual(LIMITED);
    expect(names()).toBe('w w w w w w');
    expect(pauses.reduce((sum, { milliseconds }) => sum + milliseconds, 0)).toBe(20_400);
  });

  it('does not send what is not wanted any more when its turn comes, nor again after a refusal', async () => {
    const { line, names, answer, resume } = crm();
    let stopped = false;
    const left: string[] = [];
    const send = (name: string) =>
      line.sendIfWanted(get(name), { wanted: () => !stopped, leaving: () => void left.push(name) });
    const calls = ['a', 'b', 'c', 'd', 'e'].map(send);
    await answer('a', LIMITED);
    stopped = true;
    line.withdraw();
    expect(await Promise.all([calls[0], calls[4]])).toEqual([null, null]);
    await resume();
    await answer('b', OK);
    expect(await calls[1]).toEqual(OK);
    expect([names(), left.join(' ')]).toEqual(['a b c d', 'a b c d']);
  });
});
