import { render } from 'preact';
import type { RecordState } from '../../../src/record/start/record-state';
import { RecordLock } from '../../../src/record/view/RecordLock';
import { translatorFor } from '../../i18n/translations';
import { NOW } from './states';
import { deferredViews } from './views';

/** Paints one state into the document, in one language, and returns what was painted. */
export function paint(state: RecordState, language = 'en', userId: string | null = null): HTMLElement {
  const root = document.createElement('main');
  document.body.replaceChildren(root);
  const ui = {
    ...translatorFor('record', language),
    now: NOW,
    timeZone: 'Asia/Kolkata',
    userId,
  };
  const commands = { refresh() {}, toggleReason() {}, retryHost() {}, start() {} };
  render(<RecordLock state={state} commands={commands} deferred={deferredViews()} ui={ui} />, root);
  return root;
}
