// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { later } from '../../src/settings/deferred';
import type { SettingsContext } from '../../src/settings/words/words';
import { translatorFor } from '../i18n/translations';

const ui = { ...translatorFor('settings', 'en'), timeZone: 'UTC' };

interface PartProps {
  readonly ui: SettingsContext;
  readonly onCancel?: () => void;
}

const Loaded = (_: PartProps) => <p>The part itself</p>;

/** A part whose file does not come the first time. */
const broken = () => {
  let tries = 0;
  return later<PartProps>(async () => {
    tries += 1;
    if (tries === 1) throw new Error('not found');
    return Loaded;
  });
};

const show = async (view: Parameters<typeof render>[0]) => {
  render(view);
  await act(async () => {});
};

afterEach(cleanup);

describe('a part whose file does not come', () => {
  it('says so in a dialog where it is one, and comes when it is tried again', async () => {
    const Part = broken();
    const closed: string[] = [];
    await show(<Part ui={ui} onCancel={() => closed.push('closed')} />);
    expect(screen.getByRole('dialog').textContent).toContain(ui.t('settings.editorFailed'));
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(closed).toEqual(['closed']);
    await act(async () => {
      fireEvent.click(screen.getByRole('button', { name: ui.t('common.retry') }));
    });
    expect(screen.getByText('The part itself')).toBeTruthy();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('says so in its place where it is a part of the page', async () => {
    const Part = broken();
    await show(<Part ui={ui} />);
    expect(screen.getByRole('alert').textContent).toContain(ui.t('settings.editorFailed'));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('is there at once the next time', async () => {
    const Part = later<PartProps>(async () => Loaded);
    await show(<Part ui={ui} />);
    cleanup();
    render(<Part ui={ui} />);
    expect(screen.getByText('The part itself')).toBeTruthy();
  });
});
