// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, describe, expect, it } from 'vitest';
import { Combobox } from '../../src/ui/Combobox';
import type { PickerOption } from '../../src/ui/filter-options';

const FRUIT: readonly PickerOption[] = [
  { id: 'apple', label: 'Apple', hint: 'Fruit_1' },
  { id: 'pear', label: 'Pear', hint: 'Fruit_2' },
  { id: 'pineapple', label: 'Pineapple', hint: 'Fruit_3' },
  { id: 'stone', label: 'Stone', hint: 'Other', disabledReason: 'Stones are no fruit' },
];
const THOUSAND = Array.from(
  { length: 1000 },
  (_, i): PickerOption => ({ id: `o${i}`, label: `Option ${i}` }),
);

function Shop({ options = FRUIT, first = '' }: { options?: readonly PickerOption[]; first?: string }) {
  const [chosen, setChosen] = useState(first);
  return (
    <Combobox
      id="fruit"
      label="Fruit"
      options={options}
      selected={chosen}
      text={options.find(({ id }) => id === chosen)?.label ?? ''}
      note="Nothing matches"
      foundText={(count) => `${count} found`}
      onPick={({ id }) => setChosen(id)}
    />
  );
}

const field = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Fruit' });
const options = () =>
  screen.queryAllByRole('option').map((option) => option.querySelector('bdi')?.textContent);
const active = () =>
  document.getElementById(field().getAttribute('aria-activedescendant') ?? '')?.querySelector('bdi')
    ?.textContent;
const press = (key: string, more = {}) => fireEvent.keyDown(field(), { key, ...more });
const type = (value: string) => fireEvent.input(field(), { target: { value } });

afterEach(cleanup);

describe('a combobox', () => {
  it('shows its options at a click and takes the one that is clicked', () => {
    render(<Shop />);
    expect(options()).toEqual([]);
    expect(field().getAttribute('aria-expanded')).toBe('false');
    fireEvent.click(field());
    expect(field().getAttribute('aria-expanded')).toBe('true');
    expect(screen.getByRole('listbox', { name: 'Fruit' }).id).toBe(field().getAttribute('aria-controls'));
    // The field's own label still finds the field alone.
    expect(screen.getByLabelText('Fruit', { selector: '[aria-label]' })).toBe(field());
    fireEvent.click(screen.getByRole('option', { name: 'Pear' }));
    expect(field().value).toBe('Pear');
    expect(options()).toEqual([]);
  });

  it('shows the hint only where two options have one label', () => {
    render(<Shop options={[...FRUIT, { id: 'pear2', label: 'Pear', hint: 'Fruit_4' }]} />);
    fireEvent.click(field());
    const hints = () =>
      screen.getAllByRole('option').map((option) => option.querySelector('small:not(.reason)')?.textContent);
    expect(hints()).toEqual([undefined, 'Fruit_2', undefined, undefined, 'Fruit_4']);
    type('fruit_2');
    expect(hints()).toEqual(['Fruit_2']);
  });

  it('has rows of one height, whether what was typed leaves a reason in the list or not', () => {
    render(<Shop />);
    fireEvent.click(field());
    const whole = screen.getByRole('listbox').className;
    type('apple');
    expect([whole, screen.getByRole('listbox').className]).toEqual(['tall', 'tall']);
  });

  it('finds by label and by hint, the best match first, and takes it with Enter', () => {
    render(<Shop />);
    type('apple');
    expect(options()).toEqual(['Apple', 'Pineapple']);
    type('FRUIT_2');
    expect(options()).toEqual(['Pear']);
    press('Enter');
    expect(field().value).toBe('Pear');
  });

  it('is walked by the keys, from one end to the other', () => {
    render(<Shop first="pear" />);
    press('ArrowDown');
    expect(active()).toBe('Pear');
    press('ArrowDown');
    expect(active()).toBe('Pineapple');
    press('End');
    expect(active()).toBe('Stone');
    press('ArrowDown');
    expect(active()).toBe('Apple');
    press('ArrowUp');
    expect(active()).toBe('Stone');
    press('Home');
    expect(active()).toBe('Apple');
    press('Enter');
    expect(field().value).toBe('Apple');
  });

  it('opens at the end with ArrowUp', () => {
    render(<Shop />);
    press('ArrowUp');
    expect(active()).toBe('Stone');
  });

  it('gives up what was typed at Escape, and lets a second Escape pass', () => {
    render(<Shop first="pear" />);
    type('app');
    expect(press('Escape')).toBe(false);
    expect([field().value, options()]).toEqual(['Pear', []]);
    expect(press('Escape')).toBe(true);
  });

  it('does not take what cannot be chosen, and says why', () => {
    render(<Shop />);
    type('stone');
    expect(screen.getByRole('option').textContent).toContain('Stones are no fruit');
    press('Enter');
    fireEvent.click(screen.getByRole('option'));
    expect(options()).toEqual(['Stone']);
    fireEvent.blur(field());
    expect(field().value).toBe('');
  });

  it('takes an option that was typed in full when it is left, and nothing else', () => {
    render(<Shop />);
    type('pear');
    fireEvent.blur(field());
    expect(field().value).toBe('Pear');
    type('app');
    fireEvent.blur(field());
    expect(field().value).toBe('Pear');
  });

  it('takes the best match with Tab', () => {
    render(<Shop />);
    type('pin');
    expect(press('Tab')).toBe(true);
    expect(field().value).toBe('Pineapple');
  });

  it('says when nothing matches', () => {
    render(<Shop />);
    type('zzz');
    expect(screen.queryByRole('listbox')).toBeNull();
    const note = document.getElementById(field().getAttribute('aria-describedby') ?? '');
    expect(note?.textContent).toBe('Nothing matches');
    press('Enter');
    expect(field().value).toBe('zzz');
  });

  it('leaves keys alone while a character is being composed', () => {
    render(<Shop />);
    type('pear');
    press('Enter', { isComposing: true });
    expect(options()).toEqual(['Pear']);
  });

  it('holds a few of a thousand options in the page, and reaches every one by keys', () => {
    render(<Shop options={THOUSAND} />);
    fireEvent.click(field());
    expect(options().length).toBeLessThan(30);
    press('End');
    expect(active()).toBe('Option 999');
    expect(options().length).toBeLessThan(30);
    expect(document.querySelector('.active')?.getAttribute('aria-posinset')).toBe('1000');
    // The room of those before it: the list scrolls as if they were all there.
    const before = document.querySelector<HTMLElement>('[role="listbox"] > [role="presentation"]');
    expect(before?.style.height).toMatch(/^\d{5}px$/);
    press('PageUp');
    expect(active()).toBe('Option 991');
    press('Enter');
    expect(field().value).toBe('Option 991');
  });

  it('stays closed while it is disabled', () => {
    render(
      <Combobox
        id="fruit"
        label="Fruit"
        options={FRUIT}
        text=""
        note=""
        foundText={String}
        disabled
        onPick={() => {}}
      />,
    );
    fireEvent.click(field());
    press('ArrowDown');
    expect(options()).toEqual([]);
  });
});
