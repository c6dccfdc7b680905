import { describe, expect, it } from 'vitest';
import { WIRE } from '../../sdk/wire-table';
import { nameOf } from './call-names';
import { NotBuilt } from './host-page';
import { createSdkLog, logged, type SdkCall } from './sdk-log';

describe('the name of a call', () => {
  const named = WIRE.filter(
    ({ call, sends }) => sends.length > 0 && !/^zrc|\.(UI|HTTP|CONNECTOR)\./.test(call),
  );

  it.each(named)('is the one in the widget’s code: $call', ({ call, sends }) => {
    const eventName = call.startsWith('ZOHO') ? 'CRM_EVENT' : 'ZDK_EVENT';
    expect(nameOf({ eventName, data: sends.at(-1) })).toBe(call.replace('ZOHO.CRM.', ''));
  });

  it('tells what it is about where the code has no name for it', () => {
    const name = (data: object) => nameOf({ eventName: 'CRM_EVENT', data });
    const url = 'http://127.0.0.1:5050/crm/v8/Deals?fields=A';
    expect(name({ category: 'ZRC_REQUEST', url, requestConfig: { method: 'GET' } })).toBe(
      'zrc GET /crm/v8/Deals?fields=A',
    );
    expect(name({ category: 'UI', action: { record: 'OPEN' } })).toBe('UI record OPEN');
    expect(name({ category: 'UI', action: 'RESIZE' })).toBe('UI RESIZE');
    expect(name({ category: 'CONNECTOR', nameSpace: 'wget.get' })).toBe('CONNECTOR wget.get');
    expect(name({ category: 'SOMETHING_NEW' })).toBe('SOMETHING_NEW');
  });
});

describe('the log of calls', () => {
  const event = { eventName: 'CRM_EVENT', data: { category: 'CONFIG', type: 'ORG' } } as const;

  /** How a call stands in the list after it was answered so. */
  async function stateAfter(answer: () => Promise<unknown>) {
    const log = createSdkLog();
    const states: string[] = [];
    const listed = (call: SdkCall) => {
      log.add(call);
      states.push(call.state);
    };
    const times = [10, 35];
    await logged(answer, listed, () => times.shift() ?? 0)(event).catch(() => {});
    expect(log.calls).toHaveLength(1);
    return { states, call: log.calls[0] };
  }

  it('has each call once, waiting until it is answered', async () => {
    const { states, call } = await stateAfter(async () => ({ org: [] }));
    expect(states).toEqual(['waiting', 'answered']);
    expect(call).toMatchObject({ name: 'CONFIG.getOrgInfo', sent: event.data, answer: { org: [] }, ms: 25 });
  });

  it('tells a refusal from what the sandbox has not built', async () => {
    const refusal = { code: 'INVALID_DATA' };
    const refused = await stateAfter(() => Promise.reject(refusal));
    expect(refused.call).toMatchObject({ state: 'refused', answer: refusal });
    const missing = await stateAfter(() => Promise.reject(new NotBuilt('that')));
    expect(missing.call).toMatchObject({ state: 'not built', answer: { code: 'NOT_SUPPORTED' } });
  });

  it('leaves a call that is never answered waiting', () => {
    const states: string[] = [];
    void logged(
      () => new Promise(() => {}),
      ({ state }) => states.push(state),
      () => 0,
    )(event);
    expect(states).toEqual(['waiting']);
  });
});
