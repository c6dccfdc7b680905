import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ASK_AROUND_AFTER, BOUNDS } from '../../src/zoho/connect';
import { connectPage, fakeSdk } from './fake-page';

const DEAL = { Entity: 'Deals', EntityId: '5843104000001068077' };
/** What a related list is told: a record, and no popup around it. */
const PLACED = ['placement', { kind: 'record', module: 'Deals', id: '5843104000001068077' }, false];

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const soon = () => vi.advanceTimersByTimeAsync(0);
const aWhile = () => vi.advanceTimersByTimeAsync(ASK_AROUND_AFTER);

/** A page whose script runs at once. */
function page(given: { zrc?: boolean } = {}) {
  const zoho = fakeSdk();
  const opened = connectPage({
    onScript: (script, win) => {
      win.ZOHO = zoho.sdk;
      if (given.zrc !== false) win.zrc = zoho.zrc;
      queueMicrotask(script.run);
    },
  });
  return { ...zoho, ...opened };
}

describe('connecting', () => {
  it('loads the pinned script, answers for the record, then tells the theme and the user', async () => {
    const { told, answer, load } = page();
    await soon();
    answer();
    await soon();
    load(DEAL);
    await aWhile();
    expect(told).toEqual([
      PLACED,
      ['ready'],
      ['theme', 'night'],
      [
        'user',
        {
          ...{ id: '7', name: null, timeZone: null, locale: null, profile: null },
          numbers: { locale: null, decimal: null, group: null },
        },
      ],
    ]);
  });

  it('asks the CRM before it asks for what is nice to have', async () => {
    const { told, host, answer, load, sdk, zrc } = page();
    await soon();
    answer();
    await soon();
    load(DEAL);
    void host.send({ method: 'GET', path: '/crm/v8/Deals/1' });
    await soon();
    expect(zrc.get).toHaveBeenCalledTimes(1);
    expect([told, sdk.CRM.CONFIG.getCurrentUser.mock.calls]).toEqual([[PLACED], []]);
    await aWhile();
    expect(sdk.CRM.CONFIG.getCurrentUser).toHaveBeenCalledTimes(1);
  });

  it('takes the PageLoad before the answer to init as well', async () => {
    const { told, answer, load } = page();
    await soon();
    load(DEAL);
    expect(told).toEqual([PLACED]);
    answer();
    await vi.advanceTimersByTimeAsync(BOUNDS.pageLoad + BOUNDS.init);
    expect(told.filter((event) => Array.isArray(event) && event[0] === 'placement')).toEqual([PLACED]);
  });

  it('passes every PageLoad on: the same again, and another record', async () => {
    const { told, answer, load } = page();
    await soon();
    answer();
    await aWhile();
    told.length = 0;
    load(DEAL);
    load(DEAL);
    load({ Entity: 'Leads', EntityId: ['42'], ButtonPosition: 'DetailView' });
    expect(told).toEqual([
      PLACED,
      PLACED,
      ['placement', { kind: 'record', module: 'Leads', id: '42' }, true],
    ]);
  });

  it('says that there is no record when no PageLoad comes, and believes one that comes late', async () => {
    const { told, answer, load } = page();
    await soon();
    answer();
    await aWhile();
    told.length = 0;
    await vi.advanceTimersByTimeAsync(BOUNDS.pageLoad - ASK_AROUND_AFTER - 1);
    expect(told).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(told).toEqual([['placement', { kind: 'none' }, false]]);
    load(DEAL);
    expect(told.at(-1)).toEqual(PLACED);
  });

  it('calls a silent host silent, once, and goes on when it answers after all', async () => {
    const { told, answer, load, window, host } = page();
    await soon();
    await vi.advanceTimersByTimeAsync(BOUNDS.init - 1);
    expect(told).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    await vi.advanceTimersByTimeAsync(BOUNDS.init * 10);
    expect(told).toEqual([['problem', 'hostSilent']]);
    host.retry();
    expect(window.reloads).toBe(1);
    answer();
    await soon();
    load(DEAL);
    expect(told.slice(1)).toEqual([PLACED]);
    await aWhile();
    expect(told[2]).toEqual(['ready']);
  });

  it('tells, after it returned, that there is no CRM around it', async () => {
    for (const [search, alone] of [
      ['', false],
      ['?serviceOrigin=', false],
      ['?serviceOrigin=crm.example', false],
      ['?serviceOrigin=javascript%3Aalert(1)', false],
      ['?serviceOrigin=file%3A%2F%2F%2Fetc', false],
      ['?serviceOrigin=https%3A%2F%2Fcrm.example', true],
    ] as const) {
      const opened = connectPage({ search, alone });
      expect(opened.told).toEqual([]);
      await soon();
      expect(opened.told).toEqual([['problem', 'outside']]);
    }
  });

  it('says so when the host has no ZRC, and keeps saying so', async () => {
    const { told, answer, load } = page({ zrc: false });
    await soon();
    answer();
    await soon();
    load(DEAL);
    await vi.advanceTimersByTimeAsync(BOUNDS.pageLoad);
    // Height, theme and language may still be told, so that the problem is said as the user reads it.
    expect(
      told.filter((event) => Array.isArray(event) && /problem|placement/.test(String(event[0]))),
    ).toEqual([['problem', 'noZrc']]);
  });
});

describe('the script', () => {
  it('blocked: said at once; Retry loads it again', async () => {
    const zoho = fakeSdk();
    let blocked = true;
    const { told, host, scripts, window } = connectPage({
      onScript: (script, win) => {
        if (!blocked) {
          win.ZOHO = zoho.sdk;
          win.zrc = zoho.zrc;
        }
        queueMicrotask(blocked ? script.block : script.run);
      },
    });
    await soon();
    expect(told).toEqual([['problem', 'sdkBlocked']]);
    host.retry();
    await soon();
    expect([told.length, scripts()]).toEqual([2, 2]);
    blocked = false;
    host.retry();
    await soon();
    zoho.answer();
    await soon();
    zoho.load(DEAL);
    expect(told.at(-1)).toEqual(PLACED);
    expect([scripts(), window.reloads]).toEqual([3, 0]);
  });

  it('not there in time: said after the bound', async () => {
    const { told } = connectPage({});
    await vi.advanceTimersByTimeAsync(BOUNDS.sdk - 1);
    expect(told).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(told).toEqual([['problem', 'sdkBlocked']]);
  });

  it('there after the bound: Retry uses it instead of loading it twice', async () => {
    const zoho = fakeSdk();
    const { told, host, scripts, window } = connectPage({});
    await vi.advanceTimersByTimeAsync(BOUNDS.sdk);
    window.ZOHO = zoho.sdk;
    window.zrc = zoho.zrc;
    host.retry();
    await soon();
    zoho.answer();
    await soon();
    zoho.load(DEAL);
    expect(told.at(-1)).toEqual(PLACED);
    expect(scripts()).toBe(1);
  });

  it('is not loaded twice by a double click on Retry', async () => {
    let block = () => {};
    const { host, scripts, window } = connectPage({
      onScript: (script) => {
        block = script.block;
      },
    });
    await soon();
    block();
    await soon();
    host.retry();
    host.retry();
    await soon();
    expect([scripts(), window.reloads]).toEqual([2, 0]);
  });

  it('that is something else counts as blocked', async () => {
    const { told } = connectPage({ onScript: (script) => queueMicrotask(script.run) });
    await soon();
    expect(told).toEqual([['problem', 'sdkBlocked']]);
  });
});

describe('what is nice to have', () => {
  it.each<[string, () => Promise<unknown>]>([
    [
      'throws',
      () => {
        throw new Error('Parentwindow reference not found.');
      },
    ],
    ['is refused with a plain object', () => Promise.reject({ code: 'NO_PERMISSION' })],
    ['says nothing', () => Promise.resolve(undefined)],
    ['never answers', () => new Promise(() => {})],
  ])('does not stand in the way when it %s', async (_name, reply) => {
    const { told, answer, load, sdk, host } = page();
    sdk.CRM.CONFIG.getUserPreference.mockImplementation(reply);
    sdk.CRM.CONFIG.getCurrentUser.mockImplementation(reply);
    sdk.CRM.UI.Resize.mockImplementation(reply);
    await soon();
    answer();
    await aWhile();
    host.resize(240);
    load(DEAL);
    expect(told).toContainEqual(PLACED);
    expect(told).not.toContainEqual(['theme', 'night']);
  });

  it('asks for the height with the width that the frame has', async () => {
    const { host, answer, sdk } = page();
    host.resize(100);
    await soon();
    answer();
    await aWhile();
    host.resize(240);
    expect(sdk.CRM.UI.Resize.mock.calls).toEqual([[{ height: 240, width: 360 }]]);
  });

  it('asks for no width while the frame has none, and for the height once it has', async () => {
    const { host, answer, sdk, window } = page();
    const frame = window as unknown as { innerWidth: number };
    await soon();
    answer();
    await aWhile();
    frame.innerWidth = 0;
    host.resize(240);
    expect(sdk.CRM.UI.Resize).not.toHaveBeenCalled();
    frame.innerWidth = 300;
    window.dispatchEvent(new Event('resize'));
    window.dispatchEvent(new Event('resize'));
    expect(sdk.CRM.UI.Resize.mock.calls).toEqual([[{ height: 240, width: 300 }]]);
  });

  it('takes any preference but night for day', async () => {
    const { told, answer, sdk } = page();
    sdk.CRM.CONFIG.getUserPreference.mockResolvedValue({ mode: 'dusk' });
    await soon();
    answer();
    await aWhile();
    expect(told).toContainEqual(['theme', 'day']);
  });
});

describe('calls', () => {
  it('wait for the host, and go out once it has answered', async () => {
    const { host, answer, zrc } = page();
    const reply = host.send({ method: 'GET', path: '/crm/v8/Deals/1' });
    await soon();
    expect(zrc.get).not.toHaveBeenCalled();
    answer();
    await soon();
    expect(await reply).toEqual({ status: 204, body: undefined });
    expect(zrc.get).toHaveBeenCalledTimes(1);
  });
});
