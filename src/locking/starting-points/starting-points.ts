import type { Json } from '../../base/json';
import type { Named } from '../../base/named';
import * as edit from '../configuration/draft';
import { excludedFieldObstacle, type Field } from '../configuration/fields';
import { addRuleFrom } from '../configuration/rules';
import { TASKS_CRITERIA } from '../criteria/tasks';
import type { NewKey } from '../criteria/tree/node';
import { STAGE_TOKENS } from '../criteria/values/comparators';
import { type FinishedKind, finishedValues } from './finished-values';

export type StartingPointKind =
  | 'closedDeals'
  | 'wonDeals'
  | 'paidInvoices'
  | 'deliveredOrders'
  | 'approvedQuotes'
  | 'completedTasks'
  /** Records of any other module whose status is a final one. */
  | 'finishedRecords'
  | 'manualOnly'
  /** Manual locks that do not hold for administrators. */
  | 'manualExceptAdministrators';

/** A configuration to begin with: loaded as a draft, nothing is saved. */
export interface StartingPoint {
  readonly kind: StartingPointKind;
  readonly draft: edit.ConfigurationDraft;
  /** Label of the field that its rule asks, and the labels of the values; absent for manual locks and for tasks. */
  readonly field?: string;
  readonly values?: readonly string[];
}

export interface StartingContext {
  readonly module: { readonly apiName: string };
  readonly fields: readonly Field[];
  readonly profiles?: readonly Named[] | undefined;
  /** The kind of each stage of a deal: Zoho's `forecast_type` by stored value. Without it the stage tokens are used. */
  readonly stages?: ReadonlyMap<string, string> | undefined;
  /** The name of the rule in the user's language: it is saved as plain data. */
  readonly ruleName: (kind: StartingPointKind) => string;
  readonly newKey: NewKey;
}

interface Rule {
  readonly kind: StartingPointKind;
  readonly criteria: Json;
  /** API name of its field. */
  readonly asks: string;
  readonly field?: string;
  readonly values?: readonly string[];
}

const BLOCKED = ['delete', 'change_owner'];

/** The administrators' profile, which Zoho calls so in every organisation; it is the first of the list where it is renamed. */
const administrators = (profiles: readonly Named[] | undefined): Named | undefined =>
  profiles?.find(({ name }) => name === 'Administrator') ?? profiles?.[0];

const strict = (start: edit.ConfigurationDraft): edit.ConfigurationDraft =>
  BLOCKED.reduce((draft, action) => edit.setActionRestricted(draft, action, true), start);

const exempting = (draft: edit.ConfigurationDraft, profile: Named): edit.ConfigurationDraft =>
  edit.addExcludedProfile(edit.setLockedFor(draft, 'all_profiles_except_excluded_profiles'), { ...profile });

/**
 * Leaves one way to correct a mistake on records that a rule locks: a field that no rule asks stays editable, or else the
 * administrators are exempt.
 */
const correctable = (
  draft: edit.ConfigurationDraft,
  asks: string,
  { fields, profiles }: StartingContext,
): edit.ConfigurationDraft => {
  const free = fields.filter((field) => field.apiName !== asks && excludedFieldObstacle(field) === null);
  const notes = free.find(({ apiName }) => apiName === 'Description');
  const admins = administrators(profiles);
  if (!notes && admins) return exempting(draft, admins);
  const field = notes ?? free.find(({ dataType }) => dataType === 'textarea') ?? free[0];
  return field ? edit.addExcludedField(draft, { api_name: field.apiName }) : draft;
};

const oneOf = (field: Field, values: readonly string[]): Json =>
  values.length === 1
    ? { comparator: 'equal', field: { api_name: field.apiName }, value: values[0] ?? null }
    : { comparator: 'in', field: { api_name: field.apiName }, value: values };

/** Deals whose stage is of one of these kinds. */
const stageRule = (
  kind: StartingPointKind,
  kinds: readonly string[],
  { fields, stages }: StartingContext,
): Rule[] => {
  const stage = fields.find(({ apiName }) => apiName === 'Stage');
  if (!stage) return [];
  const values = stage.picklist.filter(({ value }) => kinds.includes(stages?.get(value) ?? ''));
  const common = { kind, asks: 'Stage', field: stage.label };
  if (values.length)
    return [
      {
        ...common,
        criteria: oneOf(
          stage,
          values.map(({ value }) => value),
        ),
        values: values.map(({ label }) => label),
      },
    ];
  const tokens = STAGE_TOKENS.filter((token) =>
    kinds.some((one) => token === `\${${one.replace(' ', '').toUpperCase()}}`),
  );
  const parts = tokens.map(
    (token): Json => ({ comparator: 'equal', field: { api_name: 'Stage' }, value: token }),
  );
  const [only] = parts;
  const criteria = parts.length === 1 && only ? only : { group_operator: 'OR', group: parts };
  return [{ ...common, criteria, values: [] }];
};

const finishedRule = (
  kind: StartingPointKind,
  finished: FinishedKind,
  { module, fields }: StartingContext,
  names?: readonly string[],
): Rule[] => {
  const found = finishedValues(module.apiName, fields, finished, names);
  if (!found) return [];
  const { field, values } = found;
  const criteria = oneOf(
    field,
    values.map(({ value }) => value),
  );
  return [
    { kind, criteria, asks: field.apiName, field: field.label, values: values.map(({ label }) => label) },
  ];
};

const rulesOf = (context: StartingContext): readonly Rule[] => {
  switch (context.module.apiName) {
    case 'Deals':
      return [
        ...stageRule('closedDeals', ['Closed Won', 'Closed Lost'], context),
        ...stageRule('wonDeals', ['Closed Won'], context),
      ];
    case 'Invoices':
      return finishedRule('paidInvoices', 'paid', context, ['Status', 'Invoice_Status']);
    case 'Sales_Orders':
    case 'Purchase_Orders':
      return finishedRule('deliveredOrders', 'delivered', context, ['Status', 'PO_Status', 'SO_Status']);
    case 'Quotes':
      return finishedRule('approvedQuotes', 'approved', context, ['Quote_Stage', 'Status']);
    case 'Tasks':
      return [{ kind: 'completedTasks', criteria: TASKS_CRITERIA, asks: 'Status' }];
    default:
      return finishedRule('finishedRecords', 'closed', context, ['Status']);
  }
};

/**
 * Two to four configurations to begin with, made from the module's own fields, the most useful first. None has a finding but
 * that records match which are not locked yet, and that nothing is published.
 */
export const startingPoints = (context: StartingContext): readonly StartingPoint[] => {
  const { profiles, newKey, ruleName } = context;
  const start = strict(edit.draftOf(null));
  const withRule = ({ kind, criteria, asks, field, values }: Rule): StartingPoint => {
    const draft = correctable(edit.setLockType(start, 'both'), asks, context);
    const source = { name: ruleName(kind), lock_existing_records: false, criteria };
    return {
      kind,
      draft: addRuleFrom(draft, newKey, source),
      ...(field !== undefined && { field }),
      ...(values && { values }),
    };
  };
  const admins = administrators(profiles);
  return [
    ...rulesOf(context).map(withRule),
    { kind: 'manualOnly', draft: start },
    ...(admins ? [{ kind: 'manualExceptAdministrators' as const, draft: exempting(start, admins) }] : []),
  ];
};
