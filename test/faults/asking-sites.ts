import { explanationText } from '../../src/locking/published/explanation-text';
import { ALL_OFF, type Switches } from '../../src/locking/published/switches';
import { requestIn } from '../../src/locking/requests/request-text';
import { trailNoteIn } from '../../src/locking/trail/note';
import { createServices } from '../../src/record/deferred/services';
import { createHistory } from '../../src/record/history/create-history';
import { createOptional } from '../../src/record/optional/create-optional';
import { createRecordStore } from '../../src/record/start/record-store';
import type { ViewContext } from '../../src/record/view/view-context';
import { translatorFor } from '../i18n/translations';
import { fakeMemory } from '../record/support/harness';
import { createSandbox, type SandboxOptions } from '../sandbox/api/sandbox';
import { landmarks } from '../sandbox/data/landmarks';
import type { CallName } from './catalogue';
import { faultyLine } from './faulty-line';
import type { Session, Site } from './session';

/*
 * The record page's requests, trail, reminders and history before every fault. What they write is judged by what the CRM holds then.
 */

const DEALS = landmarks();
const NOW = Date.parse('2026-11-09T12:00:00Z');
const CALLS_AT_ONCE = 2;
const MESSAGE = 'Please unlock it';
const ANSWER = 'Not yet';
const REASON = 'Waiting for the contract';

type Parts = ReturnType<typeof sitDown>;

interface Plan {
  readonly deal: string;
  readonly user: string;
  readonly switches: Partial<Switches>;
  readonly options?: SandboxOptions;
  /** Somebody has asked before. */
  readonly asked?: true;
  /** What comes before the action, without faults. */
  readonly prepare?: (parts: Parts) => void | Promise<void>;
  readonly act: (parts: Parts) => void;
  /** Presses again, where the page offers it. */
  readonly again: (parts: Parts) => void;
  /** How many of what was asked for the CRM holds; null when nothing is written. */
  readonly done: ((parts: Parts) => number) | null;
  /** Whether the page says that it was done, or that it was not; null when it says neither. */
  readonly says: (parts: Parts) => boolean | null;
  /** What was typed and is in a form or was sent. */
  readonly typed?: (parts: Parts) => boolean;
  readonly wrong?: (parts: Parts) => string[];
  /** Writes that come of one press, and how many of them have an effect; 1 where nothing is said. */
  readonly writes?: number;
  readonly effects?: number;
}

function sitDown({ user, deal, switches, options }: Plan) {
  const sandbox = createSandbox({ ...options, now: () => new Date(NOW) });
  const value = explanationText('Deals', null, null, {
    ...{ reasons: [], common: [], free: true },
    switches: { ...ALL_OFF, ...switches },
  });
  const { state } = sandbox.org;
  state.variables.push({
    ...{ id: '1', name: 'record_lock_Deals', api_name: 'record_lock_Deals', type: 'textarea', value },
    ...{ description: null, variable_group: { id: '2', api_name: 'General' } },
  });
  const line = faultyLine(sandbox, user, CALLS_AT_ONCE);
  const memory = fakeMemory();
  const store = createRecordStore(line.send, () => NOW);
  const person = sandbox.org.catalogue.people.find(({ key }) => key === user);
  const userId = () => person?.id ?? null;
  const shared = { store, send: line.send, now: () => NOW, memory };
  const services = createServices({
    ...shared,
    ...{ session: fakeMemory(), profile: () => null, userId, announce() {} },
  });
  const ui: ViewContext = {
    ...translatorFor('record', 'en'),
    ...{ now: NOW, timeZone: 'UTC', userId: userId(), userName: person?.name ?? null },
  };
  let keys = 0;
  store.open({ kind: 'record', module: 'Deals', id: deal });
  const optional = createOptional({
    ...shared,
    ...{ published: services.published, commands: services.commands, ui: () => ui, me: userId },
    newKey: () => `key${keys++}`,
    linkTo: () => null,
  });
  services.onChanged(optional.changed);
  const history = createHistory(line.send, store);
  return { sandbox, line, store, memory, ui, commands: services.commands, ...optional, history };
}

const tasks = ({ sandbox }: Pick<Parts, 'sandbox'>) =>
  sandbox.org.records('Tasks').filter(({ Subject }) => String(Subject).startsWith('Record Lock:'));
const ended = (parts: Parts, outcome: string) =>
  tasks(parts).filter(({ Description }) => requestIn(String(Description))?.outcome === outcome).length;
const notes = ({ sandbox }: Parts, deal: string, kind: string) =>
  sandbox.org.notesOf('Deals', deal).filter(
    (note) =>
      trailNoteIn({
        ...{ id: note.id, title: '', content: String(note.Note_Content), createdBy: null, createdAt: null },
      })?.kind === kind,
  ).length;

async function begin(plan: Plan): Promise<Session> {
  const parts = sitDown(plan);
  const { sandbox, line, store } = parts;
  await line.settled();
  if (plan.asked) {
    const id = sandbox.org.lockOf('Deals', plan.deal)?.id;
    await sandbox.fetch(
      new Request('http://127.0.0.1/crm/v8/Tasks', {
        method: 'POST',
        headers: { 'x-sandbox-user': plan.user === 'sales' || plan.user === 'exempt' ? 'viewer' : plan.user },
        body: JSON.stringify({
          data: [
            {
              ...{ Subject: 'Record Lock: please unlock', What_Id: { id: plan.deal }, $se_module: 'Deals' },
              Owner: { id: DEALS.salesUser },
              Description: `${MESSAGE}\n\nAsked\n[record-lock:request:${id}:k1]`,
            },
          ],
        }),
      }),
    );
    parts.requests.readAgain();
    await line.settled();
  }
  await plan.prepare?.(parts);
  await line.settled();
  let presses = 0;
  const press = (act: (parts: Parts) => void) => {
    if (plan.done) presses += 1;
    act(parts);
  };
  return {
    sandbox,
    line,
    act: () => press(plan.act),
    goOn: () => plan.again(parts),
    lies() {
      const said = plan.says(parts);
      const count = plan.done?.(parts) ?? 0;
      const busy = parts.requests.state().busy !== null || parts.history.state().reading;
      return [
        ...(busy ? ['waits for ever'] : []),
        ...(plan.done && said === true && count === 0 ? ['says it is done, but it is not'] : []),
        ...(plan.done && said === false && count > 0 ? ['says it is not done, but it is'] : []),
        ...(count > 1 ? [`${count} of them are there`] : []),
        ...(plan.wrong?.(parts) ?? []),
      ];
    },
    lost: () => (plan.typed && !plan.typed(parts) ? ['the text is gone'] : []),
    async retry() {
      store.refresh(true);
      await line.settled();
      if (plan.done?.(parts) === 1) return;
      press(plan.again);
      await line.settled();
    },
    missing() {
      const count = plan.done?.(parts) ?? 1;
      return count === 1 ? (plan.wrong?.(parts) ?? []) : [`${count} of what was asked for are there`];
    },
    asked: () => presses * (plan.writes ?? 1),
    ...(plan.effects !== undefined && { effects: plan.effects }),
  };
}

const site = (name: string, call: CallName, plan: Plan): Site => ({
  ...{ page: 'record', name, call },
  start: () => begin(plan),
});

const noticeOf = ({ requests }: Parts) => requests.state().notice?.kind;

const ASKING: Plan = {
  ...{ deal: DEALS.manualDeal, user: 'viewer', switches: { requests: true } },
  prepare({ requests }) {
    requests.startAsking();
    requests.typeMessage(MESSAGE);
  },
  act: ({ requests, ui }) => requests.sendMessage(ui),
  again({ requests, ui }) {
    requests.sendMessage(ui);
    requests.sendMessage(ui);
  },
  done: (parts) => tasks(parts).length,
  says: (parts) =>
    noticeOf(parts) === 'sent' || noticeOf(parts) === 'alreadyAsked'
      ? true
      : noticeOf(parts) === 'notSent'
        ? false
        : null,
  typed: (parts) => tasks(parts).length > 0 || parts.requests.state().asking?.text === MESSAGE,
};
const mine = ({ requests, ui }: Parts) =>
  requests.state().requests?.find(({ by, outcome }) => by?.id === ui.userId && !outcome);
const withdraw = (parts: Parts) => {
  const request = mine(parts);
  if (request) parts.requests.withdraw(request, parts.ui);
};
const WITHDRAWING: Plan = {
  ...{ deal: DEALS.manualDeal, user: 'viewer', switches: { requests: true }, asked: true },
  act: withdraw,
  again: withdraw,
  done: (parts) => ended(parts, 'withdrawn'),
  says: (parts) => (noticeOf(parts) === 'withdrawn' ? true : null),
};
/** In the task, or in a note where the task may not be changed. */
const answers = (parts: Parts) => ended(parts, 'declined') + notes(parts, DEALS.manualDeal, 'answer');
const DECLINING: Plan = {
  ...{ deal: DEALS.manualDeal, user: 'sales', switches: { requests: true }, asked: true, writes: 2 },
  prepare({ requests }) {
    requests.startAnswering('k1');
    requests.typeAnswer(ANSWER);
  },
  act: ({ requests, ui }) => requests.sendAnswer(ui),
  again: ({ requests, ui }) => requests.sendAnswer(ui),
  done: answers,
  says: (parts) => (noticeOf(parts) === 'declined' || noticeOf(parts) === 'noted' ? true : null),
  typed: (parts) => answers(parts) > 0 || parts.requests.state().answering?.text === ANSWER,
};
const NOTING: Plan = { ...DECLINING, user: 'exempt', options: { taskEditing: 'owner' } };
const TRAIL: Plan = {
  ...{ deal: DEALS.openDeal, user: 'sales', switches: { trail: true }, writes: 2, effects: 2 },
  async prepare({ commands, line }) {
    commands.startLocking();
    await line.settled();
    commands.type(REASON);
  },
  act: ({ commands }) => commands.submit(),
  again: ({ trail }) => trail.retry(),
  done: (parts) => notes(parts, DEALS.openDeal, 'locked'),
  says: ({ trail }) => (trail.pending().some(({ error }) => error?.certain) ? false : null),
  wrong: ({ sandbox }) =>
    sandbox.org.lockOf('Deals', DEALS.openDeal)?.reason === REASON ? [] : ['the record is not locked'],
};
const REMINDING: Plan = {
  ...TRAIL,
  switches: { reminders: true },
  async prepare(parts) {
    await TRAIL.prepare?.(parts);
    parts.reminders.choose('2026-11-20');
  },
  again: ({ reminders }) => reminders.failure()?.retry(),
  done: (parts) => tasks(parts).length,
  says: ({ reminders }) => (reminders.failure()?.error.certain ? false : null),
};
const READING: Plan = {
  ...{ deal: DEALS.automaticDeal, user: 'sales', switches: {} },
  act: ({ history }) => history.toggle(),
  again: ({ history }) => history.retry(),
  done: null,
  says: () => null,
  wrong: ({ history }) => (history.state().read ? [] : ['nothing was read']),
};

export const ASKING_SITES: readonly Site[] = [
  site('requests of others', 'read tasks', {
    ...{ deal: DEALS.manualDeal, user: 'sales', switches: { requests: true }, asked: true },
    act: ({ requests }) => requests.readAgain(),
    again: ({ requests }) => requests.readAgain(),
    done: null,
    says: () => null,
    wrong: ({ requests }) => (requests.state().requests?.length === 1 ? [] : ['the request is not shown']),
  }),
  site('ask', 'create tasks', ASKING),
  site('ask, look before', 'read tasks', ASKING),
  site('ask the owner', 'read access', { ...ASKING, deal: DEALS.automaticDeal }),
  site('withdraw', 'complete tasks', WITHDRAWING),
  site('withdraw, look before', 'read tasks by id', WITHDRAWING),
  site('decline', 'complete tasks', DECLINING),
  site('decline in a note', 'add note', NOTING),
  site('lock with a trail', 'add note', TRAIL),
  site('lock with a reminder', 'create tasks', REMINDING),
  site('history: timeline', 'read timeline', READING),
  site('history: notes', 'read notes', READING),
  site('history: tasks', 'read tasks', READING),
];
