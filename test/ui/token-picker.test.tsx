// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, describe, expect, it } from 'vitest';
import { type PickerOption, TokenPicker } from '../../src/ui/TokenPicker';

const FIELDS: readonly PickerOption[] = ['Amount', 'Stage', 'Type'].map((label) => ({ id: label, label }));

function Picker({ limit = 9, disabled = false }) {
  const [chosen, setChosen] = useState(FIELDS.slice(0, 1));
  return (
    <TokenPicker
      id="fields"
      label="Fields"
      chosen={chosen}
      options={FIELDS}
      limit={limit}
      disabled={disabled}
      texts={{
        remove: (label) => `Remove ${label}`,
        change: (label, added) => `${label} ${added ? 'in' : 'out'}`,
        found: (count) => `${count} found`,
        full: 'Full',
        none: 'None',
        add: 'Add',
      }}
      onAdd={(option) => setChosen([...chosen, option])}
      onRemove={(option) => setChosen(chosen.filter(({ id }) => id !== option.id))}
    />
  );
}

const field = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Fields' });
const tokens = () => screen.queryAllByRole('listitem').map((item) => item.querySelector('bdi')?.textContent);
const offered = () => screen.queryAllByRole('option').map((option) => option.textContent);

afterEach(cleanup);

describe('a picker of several', () => {
  it('offers what is not chosen yet and is empty again after each choice', () => {
    render(<Picker />);
    fireEvent.click(field());
    expect(offered()).toEqual(['Stage', 'Type']);
    fireEvent.click(screen.getByRole('option', { name: 'Type' }));
    expect([tokens(), field().value]).toEqual([['Amount', 'Type'], '']);
  });

  it('lets a token be removed by its button, and keeps the focus', () => {
    render(<Picker />);
    fireEvent.click(within(screen.getByRole('listitem')).getByRole('button', { name: 'Remove Amount' }));
    expect(tokens()).toEqual([]);
    expect(document.activeElement).toBe(field());
  });

  it('says what was added and removed, and how many options match', () => {
    const { container } = render(<Picker />);
    const said = () =>
      [...container.querySelectorAll('[aria-live]')].map((part) => part.textContent).filter(Boolean);
    field().focus();
    fireEvent.input(field(), { target: { value: 't' } });
    expect(said()).toEqual(['2 found']);
    fireEvent.input(field(), { target: { value: 'tx' } });
    expect(said()).toEqual(['None']);
    fireEvent.input(field(), { target: { value: 'ty' } });
    fireEvent.keyDown(field(), { key: 'Enter' });
    expect(said()).toEqual(['Type in']);
    fireEvent.click(screen.getByRole('button', { name: 'Remove Amount' }));
    expect(said()).toEqual(['Amount out']);
  });

  it('removes the last token with Backspace in the empty field only', () => {
    render(<Picker />);
    fireEvent.input(field(), { target: { value: 'S' } });
    fireEvent.keyDown(field(), { key: 'Backspace' });
    expect(tokens()).toEqual(['Amount']);
    fireEvent.input(field(), { target: { value: '' } });
    fireEvent.keyDown(field(), { key: 'Backspace' });
    expect(tokens()).toEqual([]);
  });

  it('offers no more at its limit and says so', () => {
    render(<Picker limit={1} />);
    fireEvent.click(field());
    expect(offered()).toEqual([]);
    expect(field().placeholder).toBe('Full');
    fireEvent.keyDown(field(), { key: 'Backspace' });
    expect(tokens()).toEqual([]);
  });

  it('shows what is chosen, and no more, while it is disabled', () => {
    render(<Picker disabled />);
    expect(tokens()).toEqual(['Amount']);
    expect(screen.queryByRole('button')).toBeNull();
    expect(field().disabled).toBe(true);
  });
});
