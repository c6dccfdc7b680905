// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import type { ComponentChildren } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CrmReply, CrmRequest } from '../../../src/crm/transport';
import { numberStyle } from '../../../src/i18n/number-style';
import { type ConfigurationDraft, draftOf, setLockType } from '../../../src/locking/configuration/draft';
import { keySource, parseCriteria } from '../../../src/locking/criteria/tree/node';
import { WordsContext } from '../../../src/settings/context/words';
import { RuleImpact } from '../../../src/settings/impact/RuleImpact';
import { SaveImpact } from '../../../src/settings/impact/SaveImpact';
import { type Counting, CountingContext, PAUSE } from '../../../src/settings/impact/use-impact';
import { translatorFor } from '../../i18n/translations';
import { read } from '../../locking/samples';
import { all, leaf } from './rules/criteria';
import { FIELDS } from './rules/harness';

const words = { ...translatorFor('settings', 'en'), timeZone: 'UTC', numbers: numberStyle('en') };

interface AroundProps {
  readonly counting: Counting;
  readonly children: ComponentChildren;
}

const Around = ({ counting, children }: AroundProps) => (
  <WordsContext.Provider value={words}>
    <CountingContext.Provider value={counting}>{children}</CountingContext.Provider>
  </WordsContext.Provider>
);

const criteria = (json: Parameters<typeof parseCriteria>[0]) => parseCriteria(json, keySource());
const [first] = FIELDS;
const NAMED = first ? [...FIELDS, { ...first, apiName: 'Deal_Name', id: '99', label: 'Deal Name' }] : [];
const WON = criteria(leaf('Stage', 'equal', 'Closed Won'));
const LARGE = criteria(leaf('Amount', 'greater_than', '50000'));

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** A rule's impact over a CRM that answers when it is told to. */
function sit(options: { auto?: boolean } = {}) {
  const asked: { query: string; answer(reply: CrmReply): void }[] = [];
  const opened: string[] = [];
  const send = (request: CrmRequest) =>
    new Promise<CrmReply>((answer) => {
      const { select_query: query } = request.body as { select_query: string };
      asked.push({ query, answer });
    });
  const counting: Counting = { send, openRecord: (module, id) => opened.push(`${module}/${id}`) };
  const view = (of = WON) => (
    <Around counting={counting}>
      <RuleImpact module="Deals" fields={NAMED} criteria={of} auto={options.auto ?? true} />
    </Around>
  );
  const page = render(view());
  const text = () => page.container.textContent ?? '';
  return {
    asked,
    opened,
    text,
    change: (of: typeof WON) => page.rerender(view(of)),
    wait: (time: number) =>
      act(async () => {
        await vi.advanceTimersByTimeAsync(time);
      }),
    answer: (body: unknown, status = 200) =>
      act(async () => {
        asked.shift()?.answer({ status, body });
        await vi.advanceTimersByTimeAsync(0);
      }),
  };
}
const count = (value: number) => ({ data: [{ 'COUNT(id)': value }] });

describe('the impact of a rule', () => {
  it('is counted after a pause: how many, how many locked, and some to open', async () => {
    const desk = sit();
    await desk.wait(PAUSE - 1);
    expect(desk.asked).toEqual([]);
    await desk.wait(1);
    expect(desk.asked.map(({ query }) => query)).toEqual([
      "select COUNT(id) from Deals where Stage = 'Closed Won'",
    ]);
    expect(desk.text()).toContain('Counting…');
    await desk.answer(count(1284));
    await desk.answer(count(12));
    await desk.answer({ data: [{ id: '7', Deal_Name: 'Zylker' }] });
    expect(desk.text()).toContain('matches 1,284 records. 12 of 1,284 are already locked.');
    fireEvent.click(screen.getByRole('button', { name: 'Zylker' }));
    expect(desk.opened).toEqual(['Deals/7']);
  });

  it('that was not changed is counted only when that is asked for', async () => {
    const desk = sit({ auto: false });
    await desk.wait(PAUSE * 3);
    expect(desk.asked).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Count records' }));
    await desk.wait(0);
    expect(desk.asked).toHaveLength(1);
    await desk.answer(count(0));
    expect(desk.text()).toContain('matches 0 records');
    expect(desk.asked).toEqual([]);
  });

  it('of criteria that have changed meanwhile is dropped, and never asked for twice at once', async () => {
    const desk = sit();
    await desk.wait(PAUSE);
    desk.change(LARGE);
    await desk.wait(PAUSE);
    expect(desk.asked).toHaveLength(1);
    await desk.answer(count(1));
    expect(desk.text()).not.toContain('matches');
    expect(desk.asked.map(({ query }) => query)).toEqual([
      'select COUNT(id) from Deals where Amount > 50000',
    ]);
    await desk.answer(count(2));
    await desk.answer(count(0));
    await desk.answer({ data: [] });
    expect(desk.text()).toContain('matches 2 records. None of them is locked yet.');
  });

  it('is asked for again only after the next pause, however often the criteria change meanwhile', async () => {
    const desk = sit();
    await desk.wait(PAUSE);
    desk.change(LARGE);
    await desk.wait(PAUSE / 2);
    await desk.answer(count(1));
    expect(desk.asked).toEqual([]);
    expect(desk.text()).toContain('Not counted yet.');
    desk.change(WON);
    await desk.wait(PAUSE - 1);
    expect(desk.asked).toEqual([]);
    await desk.wait(1);
    expect(desk.asked).toHaveLength(1);
  });

  it('that was asked for before the pause is over is not asked for once more', async () => {
    const desk = sit();
    await desk.wait(PAUSE / 2);
    fireEvent.click(screen.getByRole('button', { name: 'Count records' }));
    await desk.wait(0);
    await desk.answer(count(0));
    await desk.wait(PAUSE * 2);
    expect(desk.asked).toEqual([]);
    expect(desk.text()).toContain('matches 0 records');
  });

  it('is no number where COQL cannot say a condition for sure, and names it', async () => {
    const desk = sit();
    desk.change(
      criteria(all(leaf('Stage', 'equal', 'Closed Won'), leaf('Owner', 'equal_role', { id: '1' }))),
    );
    await desk.wait(PAUSE);
    expect(desk.asked).toEqual([]);
    expect(desk.text()).toContain('The records can’t be counted.');
    expect(desk.text()).toContain('roles can’t be counted.');
    expect(desk.text()).not.toMatch(/matches/);
  });

  it('is a range where it is open whether empty fields count', async () => {
    const desk = sit();
    desk.change(criteria(leaf('Stage', 'not_equal', 'Closed Won')));
    await desk.wait(PAUSE);
    await desk.answer(count(9));
    await desk.answer(count(5));
    expect(desk.text()).toContain('matches between 5 and 9 records');
    expect(desk.asked).toEqual([]);
  });

  it('that could not be counted says why, and can be counted again', async () => {
    const desk = sit();
    await desk.wait(PAUSE);
    await desk.answer({ code: 'NO_PERMISSION', message: 'x', status: 'error', details: {} }, 403);
    expect(desk.text()).toContain('Couldn’t count the records.');
    fireEvent.click(screen.getByRole('button', { name: 'Count again' }));
    await desk.wait(0);
    await desk.answer(count(0));
    expect(desk.text()).toContain('matches 0 records');
  });

  it('without an answer to what is locked still says what matches', async () => {
    const desk = sit();
    await desk.wait(PAUSE);
    await desk.answer(count(3));
    await desk.answer({ code: 'INVALID_QUERY', message: 'x', status: 'error', details: {} }, 400);
    await desk.answer({ data: [] });
    expect(desk.text()).toContain('matches 3 records');
    expect(desk.text()).not.toContain('already locked');
  });
});

describe('what saving locks', () => {
  const rule = (id: string, criteria: unknown, lock_existing_records = true) => ({
    id,
    name: `Rule ${id}`,
    lock_existing_records,
    criteria,
  });
  /** The words beside Save for a configuration with these rules. */
  const sitWith = (
    rules: readonly object[],
    label = 'Deals',
    edit = (draft: ConfigurationDraft) => draft,
  ) => {
    const asked: { query: string; answer(reply: CrmReply): void }[] = [];
    const send = (request: CrmRequest) =>
      new Promise<CrmReply>((answer) => {
        const { select_query: query } = request.body as { select_query: string };
        asked.push({ query, answer });
      });
    const draft = edit(draftOf(read({ id: '1', lock_type: 'both', locking_rules: rules })));
    const { container } = render(
      <Around counting={{ send, openRecord() {} }}>
        <SaveImpact module={{ apiName: 'Deals', label }} draft={draft} fields={NAMED} />
      </Around>,
    );
    return {
      asked,
      text: () => container.textContent,
      pass: (...values: number[]) =>
        act(async () => {
          await vi.advanceTimersByTimeAsync(PAUSE);
          for (const value of values) {
            asked.shift()?.answer({ status: 200, body: count(value) });
            await vi.advanceTimersByTimeAsync(0);
          }
        }),
    };
  };
  const stage = leaf('Stage', 'equal', 'Closed Won');

  it('counts what is not locked yet, each record once', async () => {
    const desk = sitWith([rule('1', stage), rule('2', leaf('Amount', 'greater_than', '5'))]);
    await desk.pass();
    expect(desk.asked.map(({ query }) => query)).toEqual([
      "select COUNT(id) from Deals where ((Stage = 'Closed Won' or Amount > 5) and Locked__s = false)",
    ]);
    await desk.pass(1284);
    expect(desk.text()).toBe('Saving locks 1,284 deals');
  });

  it.each([
    [0, 'SKUs', 'Saving locks no further records'],
    [1, 'SKUs', 'Saving locks 1 record'],
    [2, 'SKUs', 'Saving locks 2 SKUs'],
    [2, 'SaaS Deals', 'Saving locks 2 SaaS Deals'],
  ])('says %d of %s in words', async (value, label, words) => {
    const desk = sitWith([rule('1', stage)], label);
    await desk.pass(value);
    expect(desk.text()).toBe(words);
  });

  it('is a range where it is open whether empty fields count', async () => {
    const desk = sitWith([rule('1', leaf('Stage', 'not_equal', 'Closed Won'))]);
    await desk.pass(9, 5);
    expect(desk.text()).toBe('Saving locks between 5 and 9 deals');
  });

  it('has no number where one rule cannot be counted', async () => {
    const desk = sitWith([rule('1', stage), rule('2', leaf('Owner', 'equal_role', { id: '1' }))]);
    await desk.pass();
    expect(desk.asked).toEqual([]);
    expect(desk.text()).toBe('Saving locks all deals that match. They can’t be counted');
  });

  it('is nothing where no rule in force locks what is there', async () => {
    const none = sitWith([rule('1', stage, false)]);
    await none.pass();
    const manual = sitWith([rule('1', stage)], 'Deals', (draft) => setLockType(draft, 'manual'));
    await manual.pass();
    expect([none.text(), manual.text(), ...none.asked, ...manual.asked]).toEqual(['', '']);
  });
});
