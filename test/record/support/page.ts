import { vi } from 'vitest';
import { compileMessages, englishOf } from '../../../src/i18n/compile-messages';
import { createRecordStore } from '../../../src/record/start/record-store';
import { renderRecord } from '../../../src/record/view/render-record';
import type { BrowserMemory } from '../../../src/ui/browser-memory';
import { readTranslation } from '../../i18n/translations';
import { type Crm, createCrm, DEALS, type Line, type UserKey } from './crm';
import { fakeMemory } from './harness';

export interface PageOptions {
  readonly crm?: Crm;
  readonly user?: UserKey;
  readonly line?: Line;
  readonly memory?: BrowserMemory;
  readonly session?: BrowserMemory;
  readonly id?: string;
  readonly module?: string;
  /** The name of the user's profile, null where the host does not tell it. */
  readonly profile?: string | null;
  /** Whoever the host says is signed in. */
  readonly person?: { readonly id: string; readonly name: string };
}

/** Serves the messages as the build would: English in the page, the others as files. `reply` answers for a file in another way. */
export function serveMessages(reply?: (file: () => Promise<unknown>) => Promise<unknown>): void {
  const english = document.createElement('script');
  english.type = 'application/json';
  english.id = 'english';
  english.textContent = englishOf(readTranslation, 'record');
  document.head.replaceChildren(english);
  vi.stubGlobal('fetch', async (address: string) => {
    const [, language = ''] = /record\.([\w-]+)\.json/.exec(address) ?? [];
    if (!language || language === 'en') throw new Error(`${address} is no file that ships`);
    const file = async () => ({
      ok: true,
      json: async () => compileMessages(readTranslation, 'record', language),
    });
    return reply ? reply(file) : file();
  });
}

/** The whole widget in a document, over the sandbox, after everything that follows from opening the record. */
export async function openPage(options: PageOptions = {}) {
  const crm = options.crm ?? createCrm();
  const line = options.line ?? crm.as(options.user ?? 'sales');
  const root = document.createElement('main');
  root.id = 'app';
  document.body.replaceChildren(root);
  const store = createRecordStore(line.send, Date.now);
  const heights: number[] = [];
  let retries = 0;
  const memory = options.memory ?? fakeMemory();
  const session = options.session ?? fakeMemory();
  const host = {
    resize: (height: number) => void heights.push(height),
    retry: () => {
      retries += 1;
    },
  };
  const view = renderRecord({
    store,
    send: line.send,
    now: Date.now,
    memory,
    session,
    host,
    crmOrigin: 'https://crm.example',
  });
  view.setUser({
    id: null,
    ...options.person,
    timeZone: null,
    locale: null,
    profile: options.profile ?? null,
  });
  const open = (id: string, module = 'Deals') => store.open({ kind: 'record', module, id });
  open(options.id ?? DEALS.openDeal, options.module);
  const quiet = async () => {
    await line.quiet();
    // The rest of the widget is loaded after the first status.
    await vi.dynamicImportSettled();
    await line.quiet();
  };
  await quiet();
  return { crm, line, root, store, view, open, quiet, memory, session, retries: () => retries };
}
