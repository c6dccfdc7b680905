import { jsonEqual } from '../../base/json';
import { type ConfigurationDraft, draftOf } from '../configuration/draft';
import { isParseProblem, parseConfiguration, SERVER_KEYS } from '../configuration/model';
import type { NewKey } from '../criteria/tree/node';
import type { ExportedConfiguration } from './export/export-configuration';
import { transferRules } from './mapping/map-rules';
import { miss, type Transferring, transferSettings } from './mapping/map-settings';
import { missed, type Transfer } from './mapping/names';
import type { Choices, TransferReport, TransferTarget } from './report';

const KNOWN: readonly string[] = [
  'id',
  'feature_type',
  'system_defined',
  'lock_type',
  'locked_for',
  'lock_excluded_profiles',
  'excluded_fields',
  'locking_rules',
  'restricted_actions',
  'restricted_communications',
  'restricted_custom_buttons',
  'lock_for_portal_users',
  ...SERVER_KEYS,
];

const once = <T extends { readonly key: string }>(things: readonly T[]): readonly T[] =>
  things.filter((thing, i) => things.findIndex(({ key }) => key === thing.key) === i);

/**
 * Says an exported configuration with the fields, values, profiles and buttons of another module or organisation, as a draft
 * that takes the place of what the target has. Things are found by API name, then by what people call them; `choices` goes
 * before both. What has no counterpart is left out and reported; a rule goes whole or not at all. Rules that the target has
 * under the same name, or with the same criteria, are edited instead of replaced, since deleting a rule may end its locks;
 * one that is left out here stays there as it is. The target's other rules are marked as deleted. Whether the draft
 * can be saved (limits, missing rules) is for the validation to say.
 */
export const mapConfiguration = (
  exported: ExportedConfiguration,
  target: TransferTarget,
  newKey: NewKey,
  choices: Choices = new Map(),
): { readonly draft: ConfigurationDraft; readonly report: TransferReport } => {
  const transfer: Transfer = { exported, target, choices };
  const start: Transferring = { draft: draftOf(target.configuration), mapped: [], missing: [] };
  const source = parseConfiguration(exported.configuration);
  if (isParseProblem(source)) {
    const { missing } = missed('setting', 'configuration', 'unknown');
    return { draft: start.draft, report: { mapped: [], missing: [missing], leftOut: [] } };
  }
  const strange = (key: string): boolean =>
    [source, start.draft].some(({ settings }) => settings.opaque.includes(key));
  const same = (key: string): boolean => jsonEqual(source.source[key], start.draft.source[key]);
  let carrying = start;
  for (const [key, step] of transferSettings(transfer, source.settings))
    if (!strange(key)) carrying = step(carrying);
  const unknown = Object.keys(source.source).filter(
    (key) => strange(key) || (!KNOWN.includes(key) && source.source[key] !== null),
  );
  carrying = miss(
    carrying,
    ...unknown.filter((key) => !same(key)).map((key) => missed('setting', key, 'unknown')),
  );
  const rules = strange('locking_rules')
    ? { draft: carrying.draft, mapped: [], missing: [], leftOut: [] }
    : transferRules(transfer, carrying.draft, source.rules, newKey);
  return {
    draft: rules.draft,
    report: {
      mapped: once([...carrying.mapped, ...rules.mapped]),
      missing: once([...carrying.missing, ...rules.missing]),
      leftOut: rules.leftOut,
    },
  };
};
