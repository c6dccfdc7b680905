// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { DEEPEST } from '../../../../src/locking/criteria/tree/node';
import { nested } from '../../../locking/deep-criteria';
import {
  all,
  any,
  box,
  button,
  click,
  condition,
  labels,
  leaf,
  open,
  pick,
  press,
  sitDown,
  type,
} from './harness';

const token = (name: string) => `\${${name}}`;
const won = leaf('Stage', 'equal', 'Closed Won');
const large = leaf('Amount', 'greater_than', '50000');
const soon = leaf('Closing_Date', 'equal', token('THISMONTH'));
const empty = { comparator: '', field: {}, value: null };

const edit = (criteria: Parameters<typeof leaf>[2], setting = {}) => {
  const desk = sitDown([{ id: '1', name: 'It', criteria }], setting);
  open('Rule It');
  return desk;
};
const focused = () => document.activeElement;
const menu = (name: string) => {
  click(`Move or group ${name}`);
  return within(button(`Move or group ${name}`).parentElement ?? document.body);
};
const choose = (of: string, item: string) => fireEvent.click(menu(of).getByRole('button', { name: item }));

afterEach(cleanup);

describe('the criteria of a rule', () => {
  it('are numbered through the whole rule, groups inside said by number', () => {
    edit(all(won, any(large, soon), won));
    const names = screen.getAllByRole('group').map((group) => group.getAttribute('aria-label'));
    expect(names.filter(Boolean)).toEqual([
      'Conditions',
      'Condition 1',
      'Group 1',
      'Condition 2',
      'Condition 3',
      'Condition 4',
    ]);
    expect(box('Match').value).toBe('AND');
    expect(box('Match in group 1').value).toBe('OR');
  });

  it('get conditions, and a group around them with the second', () => {
    const desk = edit(won);
    click('Add condition');
    expect(desk.criteria()).toEqual(all(won, empty));
    expect(focused()).toBe(box('Field', condition(2)));
    fireEvent.change(box('Match'), { target: { value: 'OR' } });
    expect(desk.criteria()).toEqual(any(won, empty));
  });

  it('get groups, at the end of the group whose button is used', () => {
    const desk = edit(all(won, any(large)));
    click('Add condition to group 1');
    expect(desk.criteria()).toEqual(all(won, any(large, empty)));
    click('Add group');
    expect(desk.criteria()).toEqual(all(won, any(large, empty), any(empty)));
    expect(focused()).toBe(box('Field', condition(4)));
  });

  it('show what is nested too deep as it is, take no group there, and keep it through an edit', () => {
    const source = nested(DEEPEST + 1);
    const desk = edit(source);
    expect(screen.getByText(`More than ${DEEPEST} groups inside one another`, { exact: false })).toBeTruthy();
    const deepest = button(`Add group to group ${DEEPEST - 1}`);
    expect(deepest.getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(deepest);
    expect(desk.criteria()).toBe(source);
    expect(screen.getByText(`The limit is ${DEEPEST} groups inside one another.`)).toBeTruthy();
    click('Add condition');
    expect(JSON.stringify(desk.criteria())).toContain(JSON.stringify(nested(1, DEEPEST)));
  });

  it('lose a condition, with the focus at its neighbour', () => {
    const desk = edit(all(won, large, soon));
    click('Remove Condition 2');
    expect(desk.criteria()).toEqual(all(won, soon));
    expect(focused()).toBe(box('Field', condition(2)));
    click('Remove Condition 1');
    expect(desk.criteria()).toEqual(soon);
    click('Remove Condition 1');
    expect(desk.criteria()).toBeNull();
    expect(screen.getByText('No conditions yet', { selector: '.criteria p' })).toBeTruthy();
    expect(focused()).toBe(button('Add condition'));
    click('Add condition');
    expect(desk.criteria()).toEqual(empty);
  });

  it('are moved, grouped and ungrouped from a menu by keys', () => {
    const desk = edit(all(won, large, any(soon)));
    choose('Condition 1', 'Move down');
    expect(desk.criteria()).toEqual(all(large, won, any(soon)));
    expect(focused()).toBe(button('Move or group Condition 2'));
    choose('Condition 2', 'Move into group 1');
    expect(desk.criteria()).toEqual(all(large, any(soon, won)));
    choose('Condition 3', 'Move up');
    expect(desk.criteria()).toEqual(all(large, any(won, soon)));
    choose('Condition 1', 'Put in a group');
    expect(desk.criteria()).toEqual(all(all(large), any(won, soon)));
    choose('Group 1', 'Ungroup');
    expect(desk.criteria()).toEqual(all(large, any(won, soon)));
    choose('Condition 3', 'Move out of all groups');
    expect(desk.criteria()).toEqual(all(large, any(won), soon));
    choose('Group 1', 'Remove group');
    expect(desk.criteria()).toEqual(all(large, soon));
  });

  it('have menus that open, are walked and close by keys', () => {
    edit(all(won, large, soon));
    const items = menu('Condition 2').getAllByRole('button').slice(1);
    expect(items.map((item) => item.textContent)).toEqual(['Move up', 'Move down', 'Put in a group']);
    items[0]?.focus();
    press('ArrowDown');
    expect(focused()).toBe(items[1]);
    press('ArrowUp');
    press('ArrowUp');
    expect(focused()).toBe(items[2]);
    press('Escape');
    expect(focused()).toBe(button('Move or group Condition 2'));
    expect(screen.queryByText('Move up')).toBeNull();
  });

  it('show what is not known as it is, and keep it', () => {
    const odd = [
      { formula: '1=1' },
      leaf('Stage', 'is_near', { x: 1 }),
      leaf('Gone', 'equal', 'y'),
      leaf('Closing_Date', 'equal', token('NEXT_EON')),
    ];
    const desk = edit(all(...odd, won));
    expect(condition(1).textContent).toContain('{"formula":"1=1"}');
    expect(box('Comparator', condition(2)).value).toBe('is_near');
    expect(box('Field', condition(3)).value).toBe('Gone');
    expect(box('Value', condition(4)).value).toBe(token('NEXT_EON'));
    expect(within(condition(3)).getByRole<HTMLInputElement>('textbox', { name: 'Value' }).readOnly).toBe(
      true,
    );
    pick(box('Value', condition(5)), 'Closed Lost');
    expect(desk.criteria()).toEqual(all(...odd, leaf('Stage', 'equal', 'Closed Lost')));
    click('Remove Condition 1');
    expect(desk.criteria()).toEqual(all(...odd.slice(1), leaf('Stage', 'equal', 'Closed Lost')));
  });
});

describe('a condition', () => {
  it('is made by field, comparator and value', () => {
    const desk = edit(empty);
    const [field, comparator] = [box('Field'), box('Comparator')];
    expect(comparator.disabled).toBe(true);
    pick(field, 'amount');
    expect(desk.criteria()).toEqual({ comparator: 'equal', field: { api_name: 'Amount' }, value: null });
    pick(comparator, 'is more than');
    type(screen.getByRole('textbox', { name: 'Value' }), '50,000');
    expect(desk.criteria()).toEqual(large);
  });

  it('offers fields by label and API name, with the reason at those that rules cannot use', () => {
    edit(empty);
    type(box('Field'), 'closing_d');
    expect(labels(condition(1))).toEqual(['Closing Date']);
    type(box('Field'), 'photo');
    expect(screen.getByRole('option').textContent).toContain('Photo can’t be used in rules.');
  });

  it('keeps what fits when its field or comparator changes', () => {
    const desk = edit(leaf('Amount', 'less_than', '10'));
    pick(box('Comparator'), 'is between');
    expect(desk.criteria()).toEqual(leaf('Amount', 'between', ['10', '']));
    pick(box('Comparator'), 'is one of');
    expect(desk.criteria()).toEqual(leaf('Amount', 'in', ['10']));
    pick(box('Field'), 'Stage');
    expect(desk.criteria()).toEqual(leaf('Stage', 'in', null));
  });

  it('of a field without a value for it says it all by its comparator', () => {
    const desk = edit(won);
    pick(box('Comparator'), 'is empty');
    expect(desk.criteria()).toEqual(leaf('Stage', 'equal', token('EMPTY')));
    expect(within(condition(1)).queryByLabelText('Value')).toBeNull();
    pick(box('Comparator'), 'is not empty');
    expect(desk.criteria()).toEqual(leaf('Stage', 'not_equal', token('EMPTY')));
    pick(box('Comparator'), 'is one of');
    expect(desk.criteria()).toEqual(leaf('Stage', 'in', null));
  });

  it('that is not touched stays the very JSON that was read', () => {
    const read = {
      value: '5',
      zz: null,
      field: { id: '7', api_name: 'Amount' },
      comparator: 'equal',
      type: 'value',
    };
    const desk = edit(all(read, won));
    pick(box('Value', condition(2)), 'Closed Lost');
    const after = desk.criteria();
    expect(JSON.stringify(after)).toBe(JSON.stringify(all(read, leaf('Stage', 'equal', 'Closed Lost'))));
  });
});
