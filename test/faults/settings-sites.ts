import { countRecords, sampleRecords } from '../../src/crm/count-records';
import type { Result } from '../../src/crm/errors';
import { countUnlocked, readImpact } from '../../src/crm/read-impact';
import { readLockableModules } from '../../src/crm/read-lockable-modules';
import { readRecordValues } from '../../src/crm/read-record-values';
import { countVariables, readAnyRecordId, readOwnProfile } from '../../src/crm/read-self-check';
import { readStages } from '../../src/crm/read-stages';
import { readCrmVariable } from '../../src/crm/read-variable';
import type { Send } from '../../src/crm/transport';
import { crmVariables } from '../../src/crm/write-variable';
import { setActionRestricted } from '../../src/locking/configuration/draft';
import { keySource, newCondition } from '../../src/locking/criteria/tree/node';
import type { Editing } from '../../src/settings/editing/editing-state';
import type { Editor } from '../../src/settings/editing/editor';
import { type OpenModule, openModule } from '../../src/settings/editing/open-module';
import { modulesShown, openRow } from '../../src/settings/editing/page-state';
import { createPage } from '../../src/settings/editing/page-store';
import { createSearch, type SearchKind } from '../../src/settings/editing/search';
import { fakeMemory } from '../record/support/harness';
import { createSandbox } from '../sandbox/api/sandbox';
import { landmarks } from '../sandbox/data/landmarks';
import { silentPublisher } from '../settings/support/silent-publisher';
import type { CallName } from './catalogue';
import { faultyLine } from './faulty-line';
import type { Session, Site } from './session';
import { readTruth, wrongOfEditor, wrongOfPage } from './settings-truth';

const NOW = Date.parse('2026-11-09T12:00:00Z');
const CONFIGURED = 'Deals';
const NOT_CONFIGURED = 'Contacts';
const OTHER = 'Quotes';
const SEARCHED = 'er';
const SAMPLE = 'select id, Deal_Name from Deals where id is not null limit 0, 3';

type Parts = Awaited<ReturnType<typeof sitDown>>;

/** The settings page without its views, its editor following the module that is open. */
async function sitDown(module: string) {
  const sandbox = createSandbox({ now: () => new Date(NOW) });
  const line = faultyLine(sandbox, 'admin', null);
  const memory = fakeMemory();
  const page = createPage(line.send, memory);
  let opened: (OpenModule & { readonly name: string }) | null = null;
  page.state.subscribe((state) => {
    const shown = modulesShown(state);
    const row = openRow(state);
    if (opened?.name === row?.apiName) return;
    opened?.close();
    opened = null;
    if (!row || !shown) return;
    const { limits } = shown;
    const made = openModule({
      send: page.send,
      memory,
      now: () => NOW,
      module: row,
      limits,
      page: page.editor,
      publisher: silentPublisher(row),
    });
    opened = { name: row.apiName, ...made };
  });
  const truth = await readTruth(sandbox, module);
  return {
    sandbox,
    line,
    page,
    shown: () => modulesShown(page.state.getState()),
    truth,
    opened: (): OpenModule | null => opened,
    editor: (): Editor | null => opened?.editor() ?? null,
  };
}

interface Plan {
  readonly module?: string;
  /** Nothing is open yet, or the modules are listed, or `module` is being edited. */
  readonly from: 'nothing' | 'list' | 'editor';
  readonly prepare?: (parts: Parts) => void;
  readonly act: (parts: Parts) => void;
  readonly done?: (parts: Parts) => boolean;
  readonly typed?: true;
  readonly goOn: (parts: Parts) => void;
}

async function begin(plan: Plan): Promise<Session> {
  const { module = CONFIGURED } = plan;
  const parts = await sitDown(module);
  const { sandbox, line, page, shown, truth, opened, editor } = parts;
  let asked = 0;
  if (plan.from !== 'nothing') {
    page.host.open({ kind: 'none' });
    await line.settled();
  }
  if (plan.from === 'editor') {
    page.commands.choose(module);
    await line.settled();
  }
  plan.prepare?.(parts);
  await line.settled();
  const done = plan.done ? () => plan.done?.(parts) === true : null;
  const editing = (): Editing | null => editor()?.state.getState() ?? null;

  async function lies(forbidden: boolean): Promise<string[]> {
    const open = shown()?.current === module ? opened() : null;
    const announced = shown()?.announcement ?? null;
    return [
      ...wrongOfPage(page.state.getState(), truth, forbidden),
      ...(open ? await wrongOfEditor(open.state.getState(), truth, announced, done) : []),
    ];
  }

  /** Presses what asks for the reading of something that failed. */
  async function readWhatFailed(): Promise<void> {
    const { kind } = page.state.getState();
    if (kind === 'failed' || kind === 'refused') page.commands.retry();
    await line.settled();
    opened()?.retry();
    await line.settled();
    for (const part of ['fields', 'profiles', 'buttons'] as const)
      if (editing()?.[part].kind === 'failed') editor()?.commands.retryPart(part);
    for (const { apiName, status } of shown()?.modules ?? [])
      if (status.kind === 'failed') page.commands.readStatus(apiName);
    await line.settled();
  }

  return {
    sandbox,
    line,
    act() {
      if (done) asked += 1;
      plan.act(parts);
    },
    goOn: () => plan.goOn(parts),
    lies,
    lost() {
      if (!plan.typed || done?.()) return [];
      return isTyped(editing()) ? [] : ['the changes are gone'];
    },
    async retry() {
      await readWhatFailed();
      const kind = editing()?.notice?.kind;
      if (!done || (done() && kind !== 'outcomeUnknown' && kind !== 'unconfirmed')) return;
      asked += 1;
      plan.prepare?.(parts);
      plan.act(parts);
      await line.settled();
      await readWhatFailed();
    },
    async missing() {
      const wrong = await lies(false);
      const failed = shown()?.modules.find(({ status }) => status.kind === 'failed');
      if (!shown()) wrong.push(`no modules are shown: ${page.state.getState().kind}`);
      if (failed) wrong.push(`${failed.apiName} is not known`);
      if (opened() && !editing()) wrong.push('nothing can be edited');
      const notice = editing()?.notice?.kind;
      if (notice && !notice.endsWith('AfterAll')) wrong.push(`still says ${notice}`);
      if (done && !done()) wrong.push('the action has not come about');
      return wrong;
    },
    asked: () => asked,
  };
}

const isTyped = (editing: Editing | null): boolean =>
  editing?.draft.settings.restrictedActions.includes('tags') === true;

const type = (parts: Parts) =>
  parts.editor()?.commands.edit((draft) => setActionRestricted(draft, 'tags', true));
const save = (parts: Parts) => {
  const saving = parts.editor()?.saving;
  saving?.review();
  void saving?.confirm();
};
const remove = (parts: Parts) => {
  const saving = parts.editor()?.saving;
  saving?.askToDelete();
  saving?.typeName(CONFIGURED);
  void saving?.confirmDelete();
};
const choose =
  (module: string) =>
  ({ page }: Parts) =>
    page.commands.choose(module);
/** Presses whatever there is: none of it may send a second write. */
const impatient = (parts: Parts) => {
  save(parts);
  remove(parts);
  parts.editor()?.commands.discard();
  parts.page.commands.choose(OTHER);
  save(parts);
};

const OPENING: Plan = {
  from: 'nothing',
  act: ({ page }) => page.host.open({ kind: 'none' }),
  goOn: choose(OTHER),
};
const EDITOR: Plan = { from: 'list', act: choose(CONFIGURED), goOn: choose(OTHER) };
const saving = (module: string): Plan => ({
  module,
  from: 'editor',
  prepare: type,
  act: save,
  done: ({ sandbox }) => sandbox.org.configurationOf(module)?.restricted_actions.includes('tags') === true,
  typed: true,
  goOn: impatient,
});
const DELETING: Plan = {
  from: 'editor',
  act: remove,
  done: ({ sandbox }) => sandbox.org.configurationOf(CONFIGURED) === undefined,
  goOn: impatient,
};

const site = (name: string, call: CallName, plan: Plan, more: Partial<Site> = {}): Site => ({
  page: 'settings',
  name,
  call,
  start: () => begin(plan),
  ...more,
});

type Ask = (send: Send) => Promise<Result<unknown>>;

/** A variable that is there; one of another name is created. */
const CHANGED = 'record_lock_Deals';
let names = 0;

/** Writes a variable, in `calls` calls for each press. */
const publishing = (name: string, call: CallName, calls: number, newName: () => string): Site => {
  const plain = asking(name, call, () => {
    const variable = newName();
    // The id of a variable that was just made is another one each time.
    return async (send) => {
      const written = await crmVariables(send).write(variable, 'summary');
      return written.ok ? { ok: true, value: null } : written;
    };
  });
  return {
    ...plain,
    async start() {
      const session = await plain.start();
      await crmVariables(faultyLine(session.sandbox, 'admin', 3).send).write(CHANGED, 'summary');
      let presses = 0;
      const counted =
        <T>(press: () => T) =>
        (): T => {
          presses += 1;
          return press();
        };
      return {
        ...session,
        act: counted(session.act),
        goOn: counted(session.goOn),
        retry: counted(session.retry),
        asked: () => presses * calls,
        repeatable: true,
      };
    },
  };
};

/** Asks for something that is shown as it comes: what is found is either what there is or an error. */
const asking = (name: string, call: CallName, newAsk: () => Ask): Site =>
  site(name, call, OPENING, {
    async start() {
      const sandbox = createSandbox({ now: () => new Date(NOW) });
      const line = faultyLine(sandbox, 'admin', 3);
      const real = await newAsk()(faultyLine(sandbox, 'admin', 3).send);
      const ask = newAsk();
      let found: typeof real | null = null;
      const act = () =>
        void ask(line.send).then((answer) => {
          found = answer;
        });
      const wrong = () =>
        !found
          ? ['waits for ever']
          : found.ok && JSON.stringify(found) !== JSON.stringify(real)
            ? ['finds others']
            : [];
      return {
        sandbox,
        line,
        act,
        goOn: act,
        lies: wrong,
        lost: () => [],
        async retry() {
          act();
          await line.settled();
        },
        missing: () => [...wrong(), ...(found?.ok ? [] : ['finds nothing'])],
        asked: () => 0,
      };
    },
  });

/** Users, roles and groups are read once and kept while the page is open; what failed is not. */
const searching = (call: CallName, kind: SearchKind, module?: string): Site =>
  asking(`search ${kind}`, call, () => {
    let search: ReturnType<typeof createSearch> | null = null;
    return (send) => {
      search ??= createSearch(send);
      return search(kind, SEARCHED, module);
    };
  });

const WON = newCondition(keySource(), { api_name: 'Stage' }, 'equal', 'Closed Won');
const STAGE = { apiName: 'Stage', id: '1', label: 'Stage', dataType: 'picklist' };
const FIELDS = [{ ...STAGE, readOnly: false, filterable: true, picklist: [], lookupModule: undefined }];

/** A failure is shown as one, so it is none to be shown as it comes. */
async function stages(send: Send): Promise<Result<unknown>> {
  const answer = await readStages(send);
  return answer.ok ? { ok: true, value: [...answer.value] } : answer;
}

async function impact(send: Send, read: typeof readImpact | typeof countUnlocked): Promise<Result<unknown>> {
  const found = await read(send, { module: CONFIGURED, fields: FIELDS, criteria: WON, wanted: () => true });
  return found?.kind === 'failed' ? { ok: false, error: found.error } : { ok: true, value: found };
}

export const SETTINGS_SITES: readonly Site[] = [
  site('opening', 'read modules', OPENING),
  site('opening', 'read feature', OPENING),
  site('list', 'read configuration', OPENING, { only: ({ query }) => query.module === 'Leads' }),
  site('editor', 'read configuration', EDITOR),
  site('editor', 'read fields', EDITOR),
  site('editor', 'read profiles', EDITOR),
  site('editor', 'read buttons', EDITOR),
  site('save, look before', 'read configuration', saving(CONFIGURED)),
  site('save', 'change configuration', saving(CONFIGURED)),
  site('save, read back', 'read configuration', saving(CONFIGURED), { nth: 2 }),
  site('save the first', 'create configuration', saving(NOT_CONFIGURED)),
  site('save the first, look before', 'read configuration', saving(NOT_CONFIGURED)),
  site('save the first, read back', 'read configuration', saving(NOT_CONFIGURED), { nth: 2 }),
  site('delete', 'delete configuration', DELETING),
  searching('read users', 'user'),
  searching('read roles', 'role'),
  searching('read groups', 'group'),
  searching('search records', 'lookup', CONFIGURED),
  asking(
    'count',
    'query',
    () => (send) => countRecords(send, 'select COUNT(id) from Deals where id is not null'),
  ),
  asking('impact', 'query', () => (send) => impact(send, readImpact)),
  asking('locked by saving', 'query', () => (send) => impact(send, countUnlocked)),
  asking('lockable modules', 'read modules', () => async (send) => {
    const answer = await readLockableModules(send);
    // Where the CRM does not say which modules can be locked, all are listed: those that can be are the same.
    const names = answer.ok
      ? answer.value.modules.filter(({ support }) => support === 'yes').map(({ apiName }) => apiName)
      : [];
    return answer.ok ? { ok: true, value: names.sort() } : answer;
  }),
  asking('layouts of deals', 'read layouts', () => stages),
  asking('stages of deals', 'read stages', () => stages),
  asking(
    'values of a record',
    'read access',
    () => (send) =>
      readRecordValues(send, { module: 'Deals', id: landmarks().openDeal }, ['Stage', 'Amount']),
  ),
  asking('own profile', 'read users', () => readOwnProfile),
  asking('variables', 'read variables', () => countVariables),
  asking('summary', 'read variable', () => (send) => readCrmVariable(send)('record_lock_Deals')),
  publishing('publish', 'change variable', 1, () => CHANGED),
  publishing('publish the first', 'create variable', 2, () => `record_lock_${++names}`),
  asking('any record', 'list records', () => (send) => readAnyRecordId(send, CONFIGURED)),
  asking('sample', 'query', () => (send) => sampleRecords(send, SAMPLE, 'Deal_Name')),
];
