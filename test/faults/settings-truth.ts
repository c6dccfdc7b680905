import { readConfiguration } from '../../src/crm/read-configuration';
import { readLockingFeature } from '../../src/crm/read-locking-feature';
import { readButtons, readFields, readProfiles } from '../../src/crm/read-metadata';
import { readModules } from '../../src/crm/read-modules';
import { DEFAULT_LIMITS } from '../../src/locking/configuration/limits';
import type { Editing, Notice } from '../../src/settings/editing/editing-state';
import { summaryOf } from '../../src/settings/editing/module-row';
import type { Opening } from '../../src/settings/editing/open-module';
import type { ModulesShown, SettingsState } from '../../src/settings/editing/page-state';
import type { Sandbox } from '../sandbox/api/sandbox';
import { faultyLine } from './faulty-line';

/** Under these the page says itself that it does not know. */
const DOUBTED: readonly (Notice['kind'] | undefined)[] = ['outcomeUnknown', 'unconfirmed'];
const SAYS_NOT_DONE: readonly (Notice['kind'] | undefined)[] = ['nothingHappened', 'failed'];

/** What never changes in the matrix, the same in every sandbox: read once without any fault. */
async function readConstants(sandbox: Sandbox, module: string) {
  const { send } = faultyLine(sandbox, 'admin', null);
  const value = <T>(answer: { ok: true; value: T } | { ok: false }): T => {
    if (!answer.ok) throw new Error('The sandbox does not answer');
    return answer.value;
  };
  return {
    modules: value(await readModules(send)),
    limits: value(await readLockingFeature(send)).limits,
    fields: value(await readFields(send, module)),
    profiles: value(await readProfiles(send)),
    buttons: value(await readButtons(send, module)),
  };
}
const constants = new Map<string, ReturnType<typeof readConstants>>();

export async function readTruth(sandbox: Sandbox, module: string) {
  const known = constants.get(module) ?? readConstants(sandbox, module);
  constants.set(module, known);
  const { send } = faultyLine(sandbox, 'admin', null);
  return {
    ...(await known),
    sandbox,
    /** The configuration of the module as it is now. */
    async configuration() {
      const answer = await readConfiguration(send, module);
      return answer.ok ? answer.value : undefined;
    },
  };
}
export type Truth = Awaited<ReturnType<typeof readTruth>>;

/** What the page around the editor says and that is not so. `forbidden`: the CRM has said so to this user. */
export function wrongOfPage(state: SettingsState, truth: Truth, forbidden: boolean): string[] {
  switch (state.kind) {
    case 'connecting':
      return ['waits for ever'];
    case 'failed':
      return state.busy ? ['waits for ever'] : forbiddenIf(state.error.kind, forbidden);
    case 'refused':
      return state.why === 'noPermission' && forbidden ? [] : [`blames the organisation: ${state.why}`];
    case 'hostProblem':
      return [`blames the host: ${state.problem}`];
    case 'modules':
      return wrongOfModules(state, truth, forbidden);
  }
}

const forbiddenIf = (kind: string, forbidden: boolean): string[] =>
  ['edition', 'notSupported', 'notFound', ...(forbidden ? [] : ['noPermission'])].includes(kind)
    ? [`blames the organisation: ${kind}`]
    : [];

function wrongOfModules({ modules, limits }: ModulesShown, truth: Truth, forbidden: boolean): string[] {
  const wrong: string[] = [];
  // Those that cannot be locked are listed only where the CRM tells them as well.
  const support = (rows: readonly { apiName: string; support: string }[]) =>
    rows
      .filter((row) => row.support === 'yes')
      .map(({ apiName }) => apiName)
      .sort()
      .join();
  if (support(modules) !== support(truth.modules)) wrong.push('lists other modules');
  if (![truth.limits, DEFAULT_LIMITS].some((known) => JSON.stringify(known) === JSON.stringify(limits)))
    wrong.push('has other limits');
  for (const { apiName, status, support } of modules) {
    if (support !== 'yes') continue;
    const found = truth.sandbox.org.configurationOf(apiName);
    if (status.kind === 'waiting') wrong.push(`${apiName} waits for ever`);
    if (status.kind === 'failed') wrong.push(...forbiddenIf(status.error.kind, forbidden));
    if (status.kind !== 'known') continue;
    const real = found ? summaryOf(JSON.parse(JSON.stringify(found))) : null;
    if (JSON.stringify(real) !== JSON.stringify(status.summary))
      wrong.push(`${apiName} is listed as ${JSON.stringify(status.summary)}`);
  }
  return wrong;
}

/** What the editor says and that is not so; `done` as in the record page. */
export async function wrongOfEditor(
  opening: Opening,
  truth: Truth,
  announced: string | null,
  done: (() => boolean) | null,
): Promise<string[]> {
  if (opening.kind === 'loading') return ['the editor waits for ever'];
  if (opening.kind === 'failed') return opening.busy ? ['the editor waits for ever'] : [];
  const state = opening.editor.state.getState();
  const wrong = [...wrongOfParts(state, truth)];
  const { notice, busy, dialog, draft } = state;
  if (busy || announced === 'saving' || announced === 'deleting') wrong.push('is busy for ever');
  if (dialog?.kind === 'conflict') wrong.push('blames another administrator');
  if (announced === 'unknownOutcome' && !DOUBTED.includes(notice?.kind)) wrong.push('explains no doubt');
  if (!DOUBTED.includes(notice?.kind)) {
    const real = await truth.configuration();
    if (JSON.stringify(draft.base?.source ?? null) !== JSON.stringify(real))
      wrong.push('edits another configuration than there is');
  }
  if (!done) return wrong;
  if ((announced === 'saved' || announced === 'deleted') && !done()) wrong.push(`says ${announced}`);
  if (SAYS_NOT_DONE.includes(notice?.kind) && done()) wrong.push(`says ${notice?.kind}, but it is done`);
  return wrong;
}

function wrongOfParts({ fields, profiles, buttons }: Editing, truth: Truth): string[] {
  return Object.entries({ fields, profiles, buttons }).flatMap(([part, loaded]) => {
    if (loaded.kind === 'loading') return [`${part} wait for ever`];
    const real = { fields: truth.fields, profiles: truth.profiles, buttons: truth.buttons }[part];
    return loaded.kind === 'ready' && JSON.stringify(loaded.items) !== JSON.stringify(real)
      ? [`lists ${loaded.items.length} ${part} instead of ${real?.length}`]
      : [];
  });
}
