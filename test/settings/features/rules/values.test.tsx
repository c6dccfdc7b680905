// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { isObject, type Json } from '../../../../src/base/json';
import { field } from '../../../locking/samples';
import { box, click, condition, labels, leaf, open, pick, settle, sitDown, type } from './harness';

const token = (name: string) => `\${${name}}`;
const valueIn = (criteria: Json | undefined) => (isObject(criteria) ? criteria.value : undefined);

const edit = (criteria: Parameters<typeof leaf>[2], setting = {}) => {
  const desk = sitDown([{ id: '1', name: 'It', criteria }], setting);
  open('Rule It');
  return { ...desk, value: () => valueIn(desk.criteria()) };
};
const text = (name = 'Value') => screen.getByRole<HTMLInputElement>('textbox', { name });
const labelled = (name = 'Value') => screen.getByLabelText<HTMLInputElement>(name);

afterEach(cleanup);

describe('the value of a condition', () => {
  it.each([
    ['en', '50,000.5', '50000.5', '50,000.5'],
    ['en', ' 7 ', '7', '7'],
    ['de', '50.000,5', '50000.5', '50.000,5'],
    ['de', '1.5', '1.5', '1,5'],
    ['de', '1.500', '1500', '1.500'],
    ['ar', '٥٠', '50', '50'],
    ['en', '12345678901234567890', '12345678901234567890', '12,345,678,901,234,567,890'],
    ['en', 'many', 'many', 'many'],
  ])('as a number in %s: %s', (language, typed, sent, shown) => {
    const desk = sitDown([{ id: '1', name: 'It', criteria: leaf('Amount', 'equal', '1') }], { language });
    fireEvent.click(document.querySelector('[id$="-toggle"]') ?? document.body);
    const input =
      document.querySelector<HTMLInputElement>('[id$="-value"]') ?? document.createElement('input');
    type(input, typed);
    expect(desk.criteria()).toEqual(leaf('Amount', 'equal', sent));
    expect(input.value).toBe(typed);
    fireEvent.blur(input);
    expect(input.value).toBe(shown);
  });

  it.each([
    ['es-ES', '50.000', '50000', '50.000'],
    ['en-IN', '1,00,000', '100000', '1,00,000'],
    ['de-DE', '1.234,50', '1234.5', '1.234,5'],
  ])('as a number follows %s on an English page: %s', (numbers, typed, sent, shown) => {
    const desk = edit(leaf('Amount', 'greater_than', '1'), { numbers });
    type(text(), typed);
    fireEvent.blur(text());
    expect([desk.value(), text().value]).toEqual([sent, shown]);
  });

  it('as a number that can be read in two ways is asked for when the field is left', () => {
    const desk = edit(leaf('Amount', 'greater_than', '1'));
    type(text(), '50.000');
    expect(screen.queryByRole('alert')).toBeNull();
    fireEvent.blur(text());
    expect(desk.value()).toBe('');
    expect(text().value).toBe('50.000');
    expect(text().getAttribute('aria-invalid')).toBe('true');
    const question = within(screen.getByRole('alert'));
    expect(question.getAllByRole('button').map((one) => one.textContent)).toEqual(['50', '50,000']);
    fireEvent.click(question.getByRole('button', { name: '50,000' }));
    expect([desk.value(), text().value]).toEqual(['50000', '50,000']);
    expect(screen.queryByRole('alert')).toBeNull();
    expect(document.activeElement).toBe(text());
  });

  it('as a number is asked for no more when another is typed', () => {
    const desk = edit(leaf('Amount', 'greater_than', '1'));
    type(text(), '50.000');
    fireEvent.blur(text());
    type(text(), '50000');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(desk.value()).toBe('50000');
  });

  it('as one of several numbers is asked for before it is added', () => {
    const desk = edit(leaf('Amount', 'in', ['1']));
    type(text(), '50.000');
    fireEvent.keyDown(text(), { key: 'Enter' });
    expect(desk.value()).toEqual(['1']);
    click('50', screen.getByRole('alert'));
    expect(desk.value()).toEqual(['1', '50']);
    expect(text().value).toBe('');
  });

  it('as a percentage is read with its sign', () => {
    const fields = [field('Discount', 'percent')];
    const desk = edit(leaf('Discount', 'equal', '1'), { fields, numbers: 'de-DE' });
    type(text(), '12,5 %');
    expect(desk.value()).toBe('12.5');
  });

  it('as a time that the clock skips is the time after the jump, and says so', () => {
    const desk = edit(leaf('Called_At', 'less_than', '2026-01-31T10:00:00+01:00'));
    type(labelled(), '2026-03-29T02:30');
    expect(desk.value()).toBe('2026-03-29T03:30:00+02:00');
    expect(
      screen.getByText(/The clock skips this time\. Mar 29, 2026, 3:30.AM is used instead\./),
    ).toBeTruthy();
    type(labelled(), '2026-03-29T04:30');
    expect(screen.queryByText(/The clock skips/)).toBeNull();
  });

  it('as text keeps the spaces that are being typed, and sends none at its ends', () => {
    const desk = edit(leaf('Description', 'contains', 'a'));
    type(text(), 'two words ');
    expect([desk.value(), text().value]).toEqual(['two words', 'two words ']);
  });

  it('of a picklist is chosen by label; stages can be any open one', () => {
    const desk = edit(leaf('Stage', 'equal', 'Closed Won'));
    pick(box('Value'), 'any open');
    expect(desk.value()).toBe(token('OPEN'));
    expect(box('Value').value).toBe('any open stage');
    pick(box('Value'), 'closed lost');
    expect(desk.value()).toBe('Closed Lost');
  });

  it.each([true, 'true'])('of a checkbox is read from %j and sent as a boolean', (held) => {
    const desk = edit(leaf('Private', 'equal', held));
    expect(box('Value').value).toBe('true');
    fireEvent.change(box('Value'), { target: { value: 'false' } });
    expect(desk.value()).toBe(false);
  });

  it('of a checkbox stays in words as long as nobody changes it', () => {
    const source = leaf('Private', 'equal', 'true');
    const desk = edit({ group_operator: 'AND', group: [source, leaf('Amount', 'equal', '1')] });
    click('Remove Condition 2');
    expect(desk.criteria()).toBe(source);
  });

  it('of a picklist that is no longer in the list says so, and is kept', () => {
    const desk = edit(leaf('Stage', 'equal', 'Forgotten'));
    expect(box('Value').value).toBe('Forgotten (no longer in the list)');
    expect(desk.value()).toBe('Forgotten');
  });

  it('of a multi-select picklist goes as one text', () => {
    const desk = edit(leaf('Interests', 'equal', 'a'));
    pick(box('Value'), 'Ban');
    expect(desk.value()).toBe('a;b');
    click('Remove Apples');
    expect(desk.value()).toBe('b');
  });

  it('as a date, or as a period that moves with today', () => {
    const desk = edit(leaf('Closing_Date', 'equal', '2026-01-31'));
    type(labelled(), '2026-02-28');
    expect(desk.value()).toBe('2026-02-28');
    fireEvent.change(box('Type of date'), { target: { value: 'period' } });
    pick(box('Value'), 'next fiscal q');
    expect(desk.value()).toBe(token('NEXTFQ'));
    fireEvent.change(box('Type of date'), { target: { value: 'date' } });
    expect(labelled().value).toBe('');
  });

  it('as a date shows what it is again after the changes were discarded', () => {
    const desk = edit(leaf('Closing_Date', 'equal', token('TODAY')));
    fireEvent.change(box('Type of date'), { target: { value: 'date' } });
    type(labelled(), '2026-02-28');
    fireEvent.blur(labelled());
    desk.discard();
    expect(desk.value()).toBe(token('TODAY'));
    expect(box('Value').value).toBe('today');
    expect(box('Type of date').value).toBe('period');
  });

  it.each([
    ['Closing_Date', token('TODAY'), 'today'],
    ['Closing_Date', '31/01/2026', '31/01/2026'],
    ['Called_At', token('NOW_OR_SO'), token('NOW_OR_SO')],
  ])('as something no calendar shows, in a range of %s, stands as it is: %s', (field, strange, shown) => {
    const dates = field === 'Closing_Date' ? '2026-02-28' : '2026-02-28T10:00:00+02:00';
    const desk = edit(leaf(field, 'between', [strange, dates]));
    const from = within(screen.getByRole('group', { name: 'Value' })).getByRole<HTMLInputElement>(
      'combobox',
      { name: 'From' },
    );
    expect(from.value).toBe(shown);
    expect(desk.value()).toEqual([strange, dates]);
  });

  it('as a date and time is the user’s own clock, sent with its offset', () => {
    const desk = edit(leaf('Called_At', 'greater_than', '2026-01-01T08:00:00-01:00'));
    expect(labelled().value).toBe('2026-01-01T10:00');
    type(labelled(), '2026-07-01T10:00');
    expect(desk.value()).toBe('2026-07-01T10:00:00+02:00');
  });

  it('as yes or no', () => {
    const desk = edit(leaf('Private', 'equal', null));
    fireEvent.change(box('Value'), { target: { value: 'false' } });
    expect(desk.value()).toBe(false);
  });

  it('as a range has a beginning and an end', () => {
    const desk = edit(leaf('Amount', 'between', ['1', '2']));
    const range = within(screen.getByRole('group', { name: 'Value' }));
    type(range.getByRole('textbox', { name: 'To' }), '9,000');
    type(range.getByRole('textbox', { name: 'From' }), '3');
    expect(desk.value()).toEqual(['3', '9000']);
  });

  it('as a list of texts takes each with Enter, once, and the last when it is left', () => {
    const desk = edit(leaf('Description', 'in', null));
    for (const word of ['red', 'blue', 'red']) {
      type(text(), word);
      fireEvent.keyDown(text(), { key: 'Enter' });
    }
    type(text(), 'green');
    fireEvent.blur(text());
    expect(desk.value()).toEqual(['red', 'blue', 'green']);
    fireEvent.keyDown(text(), { key: 'Backspace' });
    click('Remove red');
    expect(desk.value()).toEqual(['blue']);
  });

  it('is a user found by name', async () => {
    const desk = edit(leaf('Owner', 'equal', null));
    type(box('Value'), 'pat');
    expect(condition(1).textContent).toContain('Searching…');
    await act(() => settle(300));
    expect(labels(condition(1))).toEqual(['Patricia Boyle']);
    fireEvent.keyDown(box('Value'), { key: 'Enter' });
    expect(desk.value()).toEqual({ id: '5843104000000424672', name: 'Patricia Boyle' });
    expect(box('Value').value).toBe('Patricia Boyle');
  });

  it('is several users, those found before kept as they were', async () => {
    const known = { name: 'John Smith', id: '5843104000000424001', email: null };
    const desk = edit(leaf('Owner', 'in', [known]));
    fireEvent.click(box('Value'));
    await act(() => settle(10));
    expect(labels(condition(1))).toEqual(['Patricia Boyle']);
    fireEvent.click(screen.getByRole('option'));
    expect(desk.value()).toEqual([known, { id: '5843104000000424672', name: 'Patricia Boyle' }]);
  });

  it('says when a search fails or finds nothing', async () => {
    edit(leaf('Owner', 'equal', null));
    type(box('Value'), 'fail');
    await act(() => settle(300));
    expect(condition(1).textContent).toContain('The search failed.');
    type(box('Value'), 'zzz');
    await act(() => settle(300));
    expect(condition(1).textContent).toContain('No matches');
  });
});
