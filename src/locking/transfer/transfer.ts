import { jsonEqual } from '../../base/json';
import { type ConfigurationDraft, draftOf } from '../configuration/draft';
import { isParseProblem, parseConfiguration, SERVER_KEYS } from '../configuration/model';
import type { NewKey } from '../criteria/tree/node';
import type { ExportedConfiguration } from './export/export-configuration';
import { transferRules } from './mapping/map-rules';
import { miss, type TransferSoFar, transferSettings } from './mapping/map-settings';
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

/** The first thing with each key. */
const once = <T extends { readonly key: string }>(things: readonly T[]): readonly T[] => {
  const keys = new Set<string>();
  return things.filter(({ key }) => {
    const first = !keys.has(key);
    keys.add(key);
    return first;
  });
};

/**
 * Translates an exported configuration to the fields, values, profiles and buttons of another module or organisation, as a
 * draft that replaces the target's configuration. Things are matched by `choices`, then by API name, then by label or name.
 * What has no match is left out and reported; a rule is transferred whole or not at all. The target's rules with the same
 * name or criteria are edited, not replaced, because deleting a rule may end its locks; they stay as they are when the
 * source's rule is left out. The target's other rules are marked as deleted. The validation says whether the draft can be
 * saved (limits, missing rules).
 */
export const mapConfiguration = (
  exported: ExportedConfiguration,
  target: TransferTarget,
  newKey: NewKey,
  choices: Choices = new Map(),
): { readonly draft: ConfigurationDraft; readonly report: TransferReport } => {
  const transfer: Transfer = { exported, target, choices };
  const start: TransferSoFar = { draft: draftOf(target.configuration), mapped: [], missing: [] };
  const source = parseConfiguration(exported.configuration);
  if (isParseProblem(source)) {
    const { missing } = missed('setting', 'configuration', 'unknown');
    return { draft: start.draft, report: { mapped: [], missing: [missing], leftOut: [] } };
  }
  const unreadable = (key: string): boolean =>
    [source, start.draft].some(({ settings }) => settings.opaque.includes(key));
  const same = (key: string): boolean => jsonEqual(source.source[key], start.draft.source[key]);
  let soFar = start;
  for (const [key, step] of transferSettings(transfer, source.settings))
    if (!unreadable(key)) soFar = step(soFar);
  const unknown = Object.keys(source.source).filter(
    (key) => unreadable(key) || (!KNOWN.includes(key) && source.source[key] !== null),
  );
  soFar = miss(soFar, ...unknown.filter((key) => !same(key)).map((key) => missed('setting', key, 'unknown')));
  const rules = unreadable('locking_rules')
    ? { draft: soFar.draft, mapped: [], missing: [], leftOut: [] }
    : transferRules(transfer, soFar.draft, source.rules, newKey);
  return {
    draft: rules.draft,
    report: {
      mapped: once([...soFar.mapped, ...rules.mapped]),
      missing: once([...soFar.missing, ...rules.missing]),
      leftOut: rules.leftOut,
    },
  };
};
