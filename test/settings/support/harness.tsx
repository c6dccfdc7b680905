import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import type { HostFacts } from '../../../src/base/host';
import type { CrmReply, CrmRequest } from '../../../src/crm/transport';
import { numberStyle } from '../../../src/i18n/number-style';
import { WordsContext } from '../../../src/settings/context/words';
import { type ModulesShown, modulesShown } from '../../../src/settings/editing/page-state';
import { createPage, type Page } from '../../../src/settings/editing/page-store';
import { createBackupPorts } from '../../../src/settings/page/backup-ports';
import { createEditorSession } from '../../../src/settings/page/editor-session';
import { SettingsPage } from '../../../src/settings/page/SettingsPage';
import { type BrowserMemory, ofPerson } from '../../../src/ui/browser-memory';
import { translatorFor } from '../../i18n/translations';
import { type Crm, createCrm, type Fault, type UserKey } from '../../record/support/crm';
import { fakeMemory } from '../../record/support/harness';

export { createCrm, lostAfter, lostBefore, refused } from '../../record/support/crm';
export { fakeMemory };

export interface HarnessOptions {
  readonly crm?: Crm;
  readonly user?: UserKey;
  readonly memory?: BrowserMemory;
  readonly language?: string;
  /** What the host names as the module to open. */
  readonly module?: string;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  /** What is other than usual about the CRM page. */
  readonly host?: Partial<HostFacts>;
  /** What the calls at the start meet. */
  readonly faults?: readonly (readonly [fits: (request: CrmRequest) => boolean, fault: Fault])[];
}

export interface Desk {
  readonly crm: Crm;
  readonly page: Page;
  /** The state when there are modules to show, else null. */
  shown(): ModulesShown | null;
  readonly memory: BrowserMemory;
  /** Records that the CRM was asked to show, as `Deals/1`. */
  readonly opened: readonly string[];
  readonly container: Element;
  /** Every call in order, as `GET settings/modules`. */
  readonly calls: string[];
  /** The most calls that were under way at once. */
  mostAtOnce(): number;
  /** Each next call that fits meets a fault, in the order given here. */
  meet(fits: (request: CrmRequest) => boolean, ...faults: Fault[]): void;
  /** Lets everything that is under way come to its end and be painted. */
  quiet(): Promise<void>;
  /** Opens a module by its link and waits for its editor. */
  open(module: string): Promise<void>;
  writes(): readonly { readonly method: string; readonly sent: unknown }[];
}

export const isConfiguration = ({ path }: CrmRequest): boolean =>
  path.includes('/settings/record_locking_configurations');
export const isWrite = ({ method }: CrmRequest): boolean => method !== 'GET';
export const readsOf =
  (module: string) =>
  (request: CrmRequest): boolean =>
    !isWrite(request) && isConfiguration(request) && request.query?.module === module;

/** The settings page of one person over a CRM in memory, all but Zoho's frame around it. */
export async function sitDown(options: HarnessOptions = {}): Promise<Desk> {
  cleanup();
  const { crm = createCrm(), user = 'admin', memory = fakeMemory(), language = 'en', module } = options;
  const now = options.now ?? (() => Date.parse('2026-11-09T12:00:00Z'));
  const line = crm.as(user);
  const faults = (options.faults ?? []).map(([fits, fault]) => ({ fits, fault }));
  const calls: string[] = [];
  let running = 0;
  let most = 0;
  const send = async (request: CrmRequest): Promise<CrmReply> => {
    calls.push(`${request.method} ${request.path.replace('/crm/v8/', '')}`);
    most = Math.max(most, ++running);
    const index = faults.findIndex(({ fits }) => fits(request));
    const [met] = index < 0 ? [] : faults.splice(index, 1);
    const reply = await (met ? met.fault(() => line.send(request)) : line.send(request));
    running--;
    return reply;
  };
  const opened: string[] = [];
  const page = createPage(send, memory);
  const session = createEditorSession({
    page,
    memory,
    whose: (name) => ofPerson(memory, name),
    now,
    openRecord: (name, id) => opened.push(`${name}/${id}`),
    person: () => '1',
    versionsIn: memory,
  });
  const facts = (): HostFacts => ({
    crmOrigin: 'https://crm.zoho.eu',
    sdkVersion: '1.5',
    answered: true,
    zrc: true,
    droppedMessages: 0,
    ...options.host,
  });
  const translator = translatorFor('settings', language);
  const words = { ...translator, timeZone: 'UTC', numbers: numberStyle(translator.tag) };
  const { container } = render(
    <WordsContext.Provider value={words}>
      <SettingsPage
        page={page}
        session={session}
        check={{ send: page.send, facts }}
        overview={{ page, now }}
        backup={createBackupPorts({ page, now, openRecord: (name, id) => opened.push(`${name}/${id}`) })}
        retryHost={() => {}}
      />
    </WordsContext.Provider>,
  );
  const quiet = async (): Promise<void> => {
    // What is rendered in one turn asks for files and answers in the next.
    for (let i = 0; i < 4; i++)
      await act(async () => {
        await new Promise((resolve) => setTimeout(resolve, 1));
        await loadParts();
        await line.quiet();
      });
  };
  await loadParts();
  act(() => page.host.open({ kind: 'none', ...(module === undefined ? {} : { module }) }));
  await quiet();
  return {
    crm,
    page,
    shown: () => modulesShown(page.state.getState()),
    memory,
    opened,
    container,
    calls,
    mostAtOnce: () => most,
    meet: (fits, ...more) => void faults.push(...more.map((fault) => ({ fits, fault }))),
    quiet,
    async open(name) {
      fireEvent.click(link(name));
      await quiet();
    },
    writes: () =>
      crm.sandbox.log
        .filter(({ method, path }) => method !== 'GET' && path.includes('record_locking_configurations'))
        .map(({ method, requestBody }) => ({ method, sent: requestBody })),
  };
}

/** The files that the page loads when it needs them, so that no test waits for one. */
const loadParts = () =>
  Promise.all([
    import('../../../src/settings/editor/open-editor'),
    import('../../../src/settings/features/review/ReviewDialog'),
    import('../../../src/settings/features/conflict/ConflictDialog'),
    import('../../../src/settings/features/explanations/ExplanationsSection'),
    import('../../../src/settings/features/findings/Findings'),
    import('../../../src/settings/features/transfer/backup/BackupDialog'),
    import('../../../src/settings/features/transfer/backup/RestoreDialog'),
    import('../../../src/settings/editing/publishing/publish-copy'),
    import('../../../src/settings/page/LeaveDialog'),
    import('../../../src/settings/features/overview/count-and-check'),
    import('../../../src/settings/features/overview/OverviewFindings'),
    import('../../../src/settings/editing/findings/read-findings'),
    import('../../../src/settings/editing/publishing/write-dismissals'),
    import('../../../src/settings/features/starting-points/StartFrom'),
    import('../../../src/settings/features/test-record/TestRecord'),
    import('../../../src/settings/features/earlier-versions/EarlierVersions'),
    import('../../../src/settings/impact/RuleImpact'),
    import('../../../src/settings/impact/SaveImpact'),
  ]);

export const modules = (): HTMLElement => screen.getByRole('navigation', { name: 'Modules' });
export const link = (module: string): HTMLElement =>
  within(modules()).getByRole('link', { name: new RegExp(`^${module}( |$)`) });
/** A module's line in the list, as a screen reader says it. */
export const row = (module: string): string => link(module).textContent?.replace(/\s+/g, ' ').trim() ?? '';
export const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });
export const status = (): string => screen.getByRole('status').textContent ?? '';
export const radio = (name: string): HTMLInputElement =>
  screen.getByRole<HTMLInputElement>('radio', { name });
export const checkbox = (name: string): HTMLInputElement =>
  screen.getByRole<HTMLInputElement>('checkbox', { name });
export const combobox = (name: string): HTMLInputElement =>
  screen.getByRole<HTMLInputElement>('combobox', { name });
export const click = (element: HTMLElement): void => void fireEvent.click(element);
export const isOff = (element: HTMLElement): boolean => element.getAttribute('aria-disabled') === 'true';

/** Types into a combobox and takes the first match. */
export function pick(control: HTMLElement, text: string): void {
  fireEvent.input(control, { target: { value: text } });
  fireEvent.keyDown(control, { key: 'Enter' });
}

/** Presses what saves, and confirms the review where there is nothing to correct first. */
export async function save(desk: Desk): Promise<void> {
  click(button(/^(Save changes|Turn on locking)$/));
  await desk.quiet();
  const confirm = screen.queryByRole('button', { name: /^Save( and lock .*)?$/ });
  if (!confirm) return;
  click(confirm);
  await desk.quiet();
}

/** Opens the menu of what is rare or dangerous, and presses one of its items. */
export async function choose(desk: Desk, item: string): Promise<void> {
  click(button('More'));
  click(button(item));
  await desk.quiet();
}

/** What is said below or beside a control, by the ids it describes itself with. */
export const description = (control: HTMLElement): string =>
  (control.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent ?? '')
    .join(' ')
    .trim();
