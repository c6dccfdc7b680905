import type { HostFacts } from '../../../base/host';
import { countRecords } from '../../../crm/count-records';
import type { CrmError, Result } from '../../../crm/errors';
import { readAccess } from '../../../crm/read-access';
import { readConfiguration } from '../../../crm/read-configuration';
import { readLock } from '../../../crm/read-lock';
import { readLockingFeature } from '../../../crm/read-locking-feature';
import { readButtons, readFields, readProfiles } from '../../../crm/read-metadata';
import { readModules } from '../../../crm/read-modules';
import { countVariables, readAnyRecordId, readOwnProfile } from '../../../crm/read-self-check';
import type { Send } from '../../../crm/transport';
import { countQuery } from '../../../locking/criteria/coql/query';
import { dataCentre } from './data-centre';

/** In the order in which they are shown: what each needs comes before it. */
export const CHECKS = [
  'host',
  'sdk',
  'zrc',
  'dataCentre',
  'language',
  'profile',
  'feature',
  'modules',
  'configuration',
  'fields',
  'profiles',
  'buttons',
  'record',
  'lock',
  'count',
  'variables',
  'publish',
] as const;
export type CheckId = (typeof CHECKS)[number];

/** `refused`: answered, and it does not work for this user or organisation. `unknown`: there is no answer to go by. */
export type Outcome = 'waiting' | 'pass' | 'refused' | 'unknown';

export interface Check {
  readonly id: CheckId;
  readonly outcome: Outcome;
  /** What was found, for the message of the check; never the name of a person, record or custom module. */
  readonly found?: Readonly<Record<string, string | number>>;
  /** Zoho's code, or our own word for what went wrong. */
  readonly code?: string;
}

export interface CheckNeeds {
  readonly send: Send;
  /** API name of the module whose parts are read. */
  readonly module: string;
  readonly host: HostFacts;
  readonly locale: string;
  readonly theme: string;
}

const REFUSALS: readonly CrmError['kind'][] = [
  'noPermission',
  'unauthorised',
  'edition',
  'notSupported',
  'refused',
  'invalid',
];

type Found = Omit<Check, 'id'>;

const failed = ({ kind, code, status }: CrmError): Found => ({
  outcome: REFUSALS.includes(kind) ? 'refused' : 'unknown',
  code: [code ?? kind, status].filter(Boolean).join(' '),
});

/** What an answer amounts to; `found` may say that an answer which came is not what is needed. */
const judge = <T>(answer: Result<T>, found: (value: T) => Partial<Found> = () => ({})): Found =>
  answer.ok ? { outcome: 'pass', ...found(answer.value) } : failed(answer.error);

const NO_RECORD: Found = { outcome: 'unknown', code: 'noRecord' };

/**
 * Tries everything the extension relies on, reading only, and tells each result as it comes. About twelve API calls; none where
 * there is no CRM page to send them through.
 */
export async function runChecks(needs: CheckNeeds, tell: (check: Check) => void): Promise<void> {
  const { send, module, host, locale, theme } = needs;
  const say = (id: CheckId, found: Found): void => tell({ id, ...found });
  const fact = (id: CheckId, holds: boolean, found: Partial<Found> = {}): void =>
    say(id, { outcome: holds ? 'pass' : 'refused', ...found });

  fact('host', host.answered, { found: { dropped: host.droppedMessages } });
  fact('sdk', host.sdkVersion !== null, { found: { version: host.sdkVersion ?? '' } });
  fact('zrc', host.zrc);
  const centre = host.crmOrigin && dataCentre(host.crmOrigin);
  say('dataCentre', centre ? { outcome: 'pass', found: { centre } } : { outcome: 'unknown' });
  say('language', { outcome: 'pass', found: { locale, theme } });

  const ask: { readonly [id in CheckId]?: () => Promise<Found> } = {
    profile: async () =>
      judge(await readOwnProfile(send), (name) => ({
        found: { administrator: String(name === 'Administrator') },
        ...(name === null && { outcome: 'unknown' }),
      })),
    feature: async () =>
      judge(await readLockingFeature(send), ({ available, limits }) => ({
        outcome: available === true ? 'pass' : available ? 'unknown' : 'refused',
        found: {
          rules: limits.rules,
          fields: limits.excludedFields,
          profiles: limits.excludedProfiles,
          buttons: limits.restrictedButtons,
        },
      })),
    modules: async () => judge(await readModules(send)),
    configuration: async () => judge(await readConfiguration(send, module)),
    fields: async () => judge(await readFields(send, module)),
    profiles: async () => judge(await readProfiles(send)),
    buttons: async () => judge(await readButtons(send, module)),
    count: async () => judge(await countRecords(send, countQuery(module, 'Locked__s = true'))),
    variables: async () => judge(await countVariables(send)),
    // Trying it would change something.
    publish: async () => ({ outcome: 'unknown', code: 'notTried' }),
  };

  const onRecord = async (): Promise<void> => {
    const any = await readAnyRecordId(send, module);
    if (!any.ok || any.value === null) {
      const found = any.ok ? NO_RECORD : failed(any.error);
      say('record', found);
      return say('lock', found);
    }
    const record = { module, id: any.value };
    say(
      'record',
      judge(await readAccess(send, record), ({ locked }) =>
        locked === null ? { outcome: 'unknown', code: 'noLockedField' } : {},
      ),
    );
    const lock = await readLock(send, record);
    // Asking works; there is only nothing configured to ask about.
    say('lock', !lock.ok && lock.error.kind === 'notConfigured' ? { outcome: 'pass' } : judge(lock));
  };

  const ids = CHECKS.filter((id) => ask[id] || id === 'record' || id === 'lock');
  if (!host.answered || !host.zrc)
    return ids.forEach((id) => {
      say(id, { outcome: 'unknown', code: 'noConnection' });
    });
  await Promise.all([
    ...Object.entries(ask).map(async ([id, check]) => say(id as CheckId, await check())),
    onRecord(),
  ]);
}
