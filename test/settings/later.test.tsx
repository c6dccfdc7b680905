// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest';
import { numberStyle } from '../../src/i18n/number-style';
import { later } from '../../src/settings/context/later';
import { WordsContext } from '../../src/settings/context/words';
import { translatorFor } from '../i18n/translations';

const words = { ...translatorFor('settings', 'en'), timeZone: 'UTC', numbers: numberStyle('en') };

interface PartProps {
  readonly onCancel?: () => void;
}

const Loaded = (_: PartProps) => <p>The part itself</p>;

const broken = () => later<PartProps>(() => Promise.reject(new TypeError('Failed to fetch')));

const show = async (view: Parameters<typeof render>[0]) => {
  render(<WordsContext.Provider value={words}>{view}</WordsContext.Provider>);
  await act(async () => {});
};

let reload: MockInstance<() => void>;
beforeEach(() => {
  reload = vi.spyOn(location, 'reload').mockImplementation(() => {});
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('a part whose file does not come', () => {
  it('says so in a dialog where it is one, and reloads the page on Retry', async () => {
    const Part = broken();
    const closed: string[] = [];
    await show(<Part onCancel={() => closed.push('closed')} />);
    expect(screen.getByRole('dialog').textContent).toContain(words.t('common.partFailed'));
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(closed).toEqual(['closed']);
    fireEvent.click(screen.getByRole('button', { name: words.t('common.retry') }));
    expect(reload).toHaveBeenCalledOnce();
  });

  it('says so in its place where it is a part of the page', async () => {
    const Part = broken();
    await show(<Part />);
    expect(screen.getByRole('alert').textContent).toContain(words.t('common.partFailed'));
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('a part whose file comes', () => {
  it('is shown once it is there', async () => {
    const Part = later<PartProps>(async () => Loaded);
    await show(<Part />);
    expect(screen.getByText('The part itself')).toBeTruthy();
  });

  it('is there at once the next time', async () => {
    const Part = later<PartProps>(async () => Loaded);
    await show(<Part />);
    cleanup();
    render(<Part />);
    expect(screen.getByText('The part itself')).toBeTruthy();
  });
});
