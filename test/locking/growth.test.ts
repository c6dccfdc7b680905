/** How much work grows with what is shown: twice the criteria may cost about twice the work, not four times. */
import { describe, expect, it } from 'vitest';
import { isList, type Json, type JsonObject } from '../../src/base/json';
import { type ConfigurationDraft, draftOf } from '../../src/locking/configuration/draft';
import { impliedRules } from '../../src/locking/configuration/implied-rules';
import { DEFAULT_LIMITS } from '../../src/locking/configuration/limits';
import { mergeConfigurations } from '../../src/locking/configuration/merge/merge-configuration';
import type { Configuration } from '../../src/locking/configuration/model';
import { editCriteria } from '../../src/locking/configuration/rules';
import { configurationChanges } from '../../src/locking/configuration/saving/changes';
import { configurationDifferences } from '../../src/locking/configuration/saving/differences';
import { configurationRequest, intendedConfiguration } from '../../src/locking/configuration/saving/request';
import { keepDraft, restoreDraft } from '../../src/locking/configuration/saving/stored-draft';
import { validateConfiguration } from '../../src/locking/configuration/validation/validate-configuration';
import { toCoql } from '../../src/locking/criteria/coql/criteria-to-coql';
import { type CriteriaVocabulary, describeCriteria } from '../../src/locking/criteria/describe/describe';
import { canonicalCriteria } from '../../src/locking/criteria/implication/canonical';
import { comparable, implies } from '../../src/locking/criteria/implication/implies';
import { canAddGroup, canWrap, depthOf } from '../../src/locking/criteria/tree/depth';
import * as edit from '../../src/locking/criteria/tree/edit';
import { findNode } from '../../src/locking/criteria/tree/find';
import { moveInto, moveNode, moveTargets } from '../../src/locking/criteria/tree/move';
import {
  type CriteriaNode,
  keySource,
  parseCriteria,
  serialiseCriteria,
} from '../../src/locking/criteria/tree/node';
import { findingsOf } from '../../src/locking/findings/find';
import { explanationText, fingerprint } from '../../src/locking/published/explanation-text';
import { exportConfiguration } from '../../src/locking/transfer/export/export-configuration';
import { readExport } from '../../src/locking/transfer/import/import-configuration';
import { choosableThings } from '../../src/locking/transfer/mapping/candidates';
import { namesWithin } from '../../src/locking/transfer/mapping/within';
import { mapConfiguration } from '../../src/locking/transfer/transfer';
import { tryRecord } from '../../src/locking/trial/try-record';
import { counted, stepsOf } from './counted';
import { wide } from './deep-criteria';
import { FIELDS, READ, read } from './samples';

/** Twice the work, and a little for what grows by n log n. */
const MOST = 2.6;

const newKey = keySource('new');

/** Without the limit that reading sets, so that the work itself is measured. */
const tree = (leaves: number, levels: number): CriteriaNode =>
  parseCriteria(wide(leaves, levels), keySource(), -levels);

const lastLeaf = (node: CriteriaNode): string =>
  node.kind === 'group' ? lastLeaf(node.children.at(-1) ?? { ...node, kind: 'opaque' }) : node.key;

const words: CriteriaVocabulary = {
  field: ({ api_name = '' }) => api_name,
  value: (value) => JSON.stringify(value),
  token: (token) => token,
  compare: (choice, field, values) => `${field} ${choice} ${values.join()}`,
  unknownComparator: (comparator) => comparator,
  join: (operator, parts) => parts.join(` ${operator} `),
  bracket: (text) => `(${text})`,
  unknown: () => '?',
  nothing: () => '',
};

const ofTree: readonly [string, (root: CriteriaNode) => unknown][] = [
  ['reading', (root) => parseCriteria(root.source, keySource(), -100)],
  ['writing', serialiseCriteria],
  ['comparing as text', (root) => canonicalCriteria(root, FIELDS)],
  ['saying in words', (root) => describeCriteria(root, words)],
  ['translating to COQL', (root) => toCoql(root, FIELDS, 'Deals', '2026-01-31')],
  ['measuring the depth', depthOf],
  ['finding a condition', (root) => findNode(root, lastLeaf(root))],
  ['editing a value', (root) => edit.setValue(root, lastLeaf(root), 'other')],
  ['adding a condition', (root) => edit.addCondition(root, newKey)],
  ['adding a group', (root) => [canAddGroup(root), edit.addGroup(root, newKey)]],
  [
    'wrapping a condition',
    (root) => [canWrap(root, lastLeaf(root)), edit.wrapInGroup(root, lastLeaf(root), newKey)],
  ],
  ['removing a condition', (root) => edit.removeNode(root, lastLeaf(root))],
  ['moving a condition up', (root) => moveNode(root, lastLeaf(root), -1)],
  ['finding where a condition may go', (root) => moveTargets(root, lastLeaf(root))],
  ['moving a condition into a group', (root) => moveInto(root, lastLeaf(root), root.key)],
];

describe.each(ofTree)('%s', (_, work) => {
  it.each([
    ['leaves', tree(250, 20), tree(500, 20), tree(1_000, 20)],
    ['levels', tree(15, 15), tree(30, 30), tree(60, 60)],
  ])('costs twice as much for twice the %s', (_of, small, middle, large) => {
    const [a, b, c] = [small, middle, large].map((root) => stepsOf(root, work));
    expect(a).toBeGreaterThan(0);
    expect((b ?? 0) / (a ?? 1)).toBeLessThan(MOST);
    expect((c ?? 0) / (b ?? 1)).toBeLessThan(MOST);
  });
});

describe('the text that criteria are compared by', () => {
  it.each([
    ['wide', 1_000, 5],
    ['deep', 60, 60],
  ])('is not much longer than the criteria: %s', (_, leaves, levels) => {
    const root = tree(leaves, levels);
    expect(canonicalCriteria(root, FIELDS).length).toBeLessThan(2 * JSON.stringify(root.source).length);
  });
});

describe('asking whether criteria imply others', () => {
  const asked = (a: CriteriaNode, b: CriteriaNode): number => {
    const counter = { reads: 0 };
    implies(counted(comparable(a, FIELDS), counter), counted(comparable(b, FIELDS), counter));
    return counter.reads;
  };

  it.each([
    ['the same criteria', (n: number) => [tree(n, 5), tree(n, 5)]],
    ['other criteria', (n: number) => [tree(n, 5), tree(n - 5, 5)]],
    ['deep criteria', (n: number) => [tree(n / 16, n / 16), tree(n / 16, n / 16 + 1)]],
  ] as const)('has a bound that does not grow with %s', (_, make) => {
    const [a, b] = make(1_000);
    if (!a || !b) throw new Error('no criteria');
    expect(asked(a, b)).toBeLessThan(600_000);
  });
});

/** Five rules over so many conditions in all. */
const source = (leaves: number): JsonObject => ({
  ...READ,
  lock_type: 'automatic',
  locking_rules: Array.from({ length: 5 }, (_, i): Json => {
    const criteria = wide(leaves / 5, 20);
    return {
      id: `58431040000010680${i}0`,
      name: `Rule ${i}`,
      criteria: { ...Object(criteria), group: [...groupOf(criteria), own(i)] },
    };
  }),
});
const groupOf = (node: Json): readonly Json[] => {
  const group: Json = Object(node).group ?? [];
  return isList(group) ? group : [];
};
const own = (i: number): Json => ({ comparator: 'equal', field: { api_name: 'Amount' }, value: `${i}` });

/** Another value in the first condition of each rule. */
const edited = (base: Configuration): ConfigurationDraft =>
  base.rules.reduce(
    (draft, rule) =>
      editCriteria(draft, rule.key, (root) => root && edit.setValue(root, lastLeaf(root), 'another value')),
    draftOf(base),
  );

const context = { module: 'Deals', limits: DEFAULT_LIMITS, fields: FIELDS };
const target = { module: { apiName: 'Deals' }, fields: FIELDS, profiles: [], configuration: null };
/** A target whose picklist has every value that the conditions compare with. */
const targetWith = ({ source: { locking_rules: rules } }: Configuration) => {
  const values = [...new Set(JSON.stringify(rules).match(/value \d+\.\d+/g))];
  const picklist = values.map((value) => ({ value, label: `label ${value}` }));
  return {
    ...target,
    fields: FIELDS.map((one) => (one.apiName === 'Stage' ? { ...one, picklist } : one)),
  };
};
const module = { apiName: 'Deals', label: 'Deals' };

const ofConfiguration: readonly [string, (base: Configuration) => unknown][] = [
  ['validating', (base) => validateConfiguration(edited(base), context)],
  ['making the request', (base) => configurationRequest(edited(base))],
  ['listing the changes', (base) => configurationChanges(edited(base))],
  [
    'comparing what was saved',
    (base) => configurationDifferences(intendedConfiguration(edited(base)), base.source),
  ],
  ['finding implied rules', (base) => impliedRules(edited(base), FIELDS)],
  ['finding what is wrong', (base) => findingsOf(edited(base), context)],
  [
    'trying a record on',
    (base) =>
      tryRecord(
        edited(base),
        { Stage: 'value 1', Amount: 1 },
        { ...context, today: '2026-01-31', dayOf: () => undefined },
      ),
  ],
  ['merging', (base) => mergeConfigurations(base, edited(base), base, newKey)],
  ['keeping and restoring a draft', (base) => restoreDraft(base, keepDraft(edited(base)), newKey)],
  [
    'explaining',
    (base) => explanationText('Deals', base.source, FIELDS, { reasons: [], common: [], free: true }),
  ],
  ['marking what is published', (base) => fingerprint(base.source)],
  ['exporting', (base) => exportConfiguration(base, { module, fields: FIELDS })],
  ['finding names', (base) => namesWithin({ configuration: base.source })],
  [
    'transferring',
    (base) => mapConfiguration(exportConfiguration(base, { module }), targetWith(base), newKey),
  ],
  [
    'finding what can be matched manually',
    (base) => {
      const exported = exportConfiguration(base, { module });
      const transfer = { exported, target, choices: new Map() };
      return choosableThings(transfer, mapConfiguration(exported, target, newKey).report);
    },
  ],
];

describe.each(ofConfiguration)('%s a configuration of five rules', (_, work) => {
  it('costs twice as much for twice the conditions', () => {
    const [a, b, c] = [250, 500, 1_000].map((leaves) => stepsOf(read(source(leaves)), work));
    expect(a).toBeGreaterThan(0);
    expect((b ?? 0) / (a ?? 1)).toBeLessThan(MOST);
    expect((c ?? 0) / (b ?? 1)).toBeLessThan(MOST);
  });
});

describe('reading a file', () => {
  it('accepts a configuration of five rules with 1,000 conditions', () => {
    const exported = exportConfiguration(read(source(1_000)), { module, fields: FIELDS });
    expect(readExport(JSON.stringify(exported)).ok).toBe(true);
  });
});
