import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../src/base/json';
import * as edit from '../../../../src/locking/configuration/draft';
import * as rules from '../../../../src/locking/configuration/rules';
import {
  configurationRequest,
  intendedConfiguration,
  isChanged,
  leavingRules,
} from '../../../../src/locking/configuration/saving/request';
import {
  addCondition,
  setComparator,
  setField,
  setOperator,
  setValue,
} from '../../../../src/locking/criteria/tree/edit';
import { keySource } from '../../../../src/locking/criteria/tree/node';
import { CREATED, READ, RULE_ID, read } from '../../samples';

const newKey = keySource();
const body = (draft: edit.ConfigurationDraft) =>
  configurationRequest(draft)?.body.record_locking_configurations[0];
const lastRule = (draft: edit.ConfigurationDraft) => draft.rules.at(-1)?.key ?? '';
const deals = () => edit.draftOf(read(READ));
const with_ = (more: JsonObject) => edit.draftOf(read({ ...READ, ...more }));

/** Stage equals a value, filled into the first condition of the last rule. */
const stageIs = (draft: edit.ConfigurationDraft, value: string) =>
  rules.editCriteria(draft, lastRule(draft), (root) => {
    const key = root?.key ?? '';
    return setValue(setComparator(setField(root, key, { api_name: 'Stage' }), key, 'equal'), key, value);
  });

describe('the request for a new configuration', () => {
  it('is the one of Zoho’s guide, to the letter', () => {
    let draft = edit.draftOf(null);
    draft = edit.setLockType(draft, 'automatic');
    draft = edit.addExcludedField(draft, { api_name: 'Description' });
    draft = rules.addRule(draft, newKey, 'Closed Won');
    draft = rules.setLockExisting(draft, lastRule(draft), true);
    draft = stageIs(draft, 'Closed Won');
    const request = configurationRequest(draft);
    expect(request?.method).toBe('POST');
    expect(JSON.stringify(request?.body)).toBe(JSON.stringify({ record_locking_configurations: [CREATED] }));
  });

  it('holds no rules for manual locking, also when some were made meanwhile', () => {
    const draft = rules.addRule(edit.draftOf(null), newKey, 'Closed Won');
    expect(body(draft)).not.toHaveProperty('locking_rules');
    expect(body(draft)).toMatchObject({ lock_type: 'manual', restricted_actions: ['update'] });
    expect(leavingRules(draft).map((rule) => rule.name)).toEqual(['Closed Won']);
  });

  it('sends a typed name without outer spaces, and one that Zoho holds as it is', () => {
    const draft = rules.addRule(with_({ locking_rules: [{ id: '1', name: ' Held ' }] }), newKey, ' New one ');
    expect(body(draft)).toMatchObject({ locking_rules: [{ name: ' Held ' }, { name: 'New one' }] });
    const renamed = rules.setRuleName(draft, draft.rules[0]?.key ?? '', 'Other ');
    expect(body(renamed)).toMatchObject({ locking_rules: [{ id: '1', name: 'Other' }, { name: 'New one' }] });
    expect(isChanged(rules.setRuleName(deals(), deals().rules[0]?.key ?? '', 'Closed Won '))).toBe(false);
  });

  it('counts as a change only once something was edited', () => {
    expect(isChanged(edit.draftOf(null))).toBe(false);
    expect(isChanged(edit.setActionRestricted(edit.draftOf(null), 'delete', true))).toBe(true);
    expect(isChanged(rules.addRule(edit.draftOf(null), newKey))).toBe(true);
  });
});

describe('the request for a change', () => {
  it('is none without a change', () => {
    expect(configurationRequest(deals())).toBeNull();
  });

  it('holds all that can be written and nothing that only the server writes', () => {
    const draft = edit.setLockType(with_({ zz_new: { a: null } }), 'both');
    expect(configurationRequest(draft)?.method).toBe('PUT');
    expect(body(draft)).toEqual({
      id: READ.id,
      lock_type: 'both',
      locked_for: 'all_profiles',
      excluded_fields: READ.excluded_fields,
      feature_type: 'record_locking',
      locking_rules: READ.locking_rules,
      restricted_actions: ['update'],
      lock_for_portal_users: true,
      restricted_communications: null,
      restricted_custom_buttons: null,
      lock_excluded_profiles: null,
      zz_new: { a: null },
    });
  });

  it('adds a rule with a group of conditions as in Zoho’s guide', () => {
    let draft = rules.addRule(edit.setLockType(deals(), 'both'), newKey, 'Closed Lost');
    draft = rules.setLockExisting(stageIs(draft, 'Closed Lost'), lastRule(draft), true);
    draft = rules.editCriteria(draft, lastRule(draft), (root) => {
      const grown = addCondition(root, newKey);
      const added = grown?.kind === 'group' ? grown.children[1] : undefined;
      const key = added?.key ?? '';
      const filled = setComparator(setField(grown, key, { api_name: 'Stage' }), key, 'equal');
      return setOperator(setValue(filled, key, 'Closed-Lost to Competition'), grown?.key ?? '', 'OR');
    });
    const sent = body(draft)?.locking_rules;
    expect(sent).toEqual([
      ...Object.values(READ.locking_rules ?? {}),
      {
        name: 'Closed Lost',
        lock_existing_records: true,
        criteria: {
          group_operator: 'OR',
          group: [
            { comparator: 'equal', field: { api_name: 'Stage' }, value: 'Closed Lost' },
            { comparator: 'equal', field: { api_name: 'Stage' }, value: 'Closed-Lost to Competition' },
          ],
        },
      },
    ]);
  });

  it('deletes a rule in so many words', () => {
    const draft = rules.deleteRule(edit.setLockType(deals(), 'both'), deals().rules[0]?.key ?? '');
    expect(body(draft)?.locking_rules).toEqual([{ id: RULE_ID, _delete: true }]);
    expect(intendedConfiguration(draft).locking_rules).toEqual([]);
  });

  it('deletes the rules of a module that turns to manual locking, and brings them back when it does not', () => {
    const manual = edit.setLockType(deals(), 'manual');
    expect(leavingRules(manual).map((rule) => rule.id)).toEqual([RULE_ID]);
    expect(body(manual)?.locking_rules).toEqual([{ id: RULE_ID, _delete: true }]);
    expect(configurationRequest(edit.setLockType(manual, 'automatic'))).toBeNull();
  });

  it('leaves alone rules that were found under manual locking', () => {
    const draft = edit.setPortalUsersLocked(with_({ lock_type: 'manual' }), false);
    expect(body(draft)?.locking_rules).toEqual(READ.locking_rules);
  });

  it('does not send a rule that was added and deleted', () => {
    const added = rules.addRule(deals(), newKey, 'New');
    expect(configurationRequest(rules.deleteRule(added, lastRule(added)))).toBeNull();
    const back = rules.restoreRule(rules.deleteRule(added, lastRule(added)), lastRule(added));
    expect(body(back)?.locking_rules).toHaveLength(2);
  });

  it('sends a copy of a rule as a new one, unknown keys included', () => {
    const rule = { id: RULE_ID, name: 'A', zz: 1, criteria: { x: [1] } };
    const draft = with_({ locking_rules: [rule] });
    const copied = rules.duplicateRule(draft, draft.rules[0]?.key ?? '', newKey, 'A (2)');
    expect(body(copied)?.locking_rules).toEqual([rule, { name: 'A (2)', zz: 1, criteria: { x: [1] } }]);
  });

  it('sends exempt profiles only with the exception', () => {
    const contracts = { id: '5843104000000026014', name: 'Contracts' };
    const exempt = edit.addExcludedProfile(
      edit.setLockedFor(deals(), 'all_profiles_except_excluded_profiles'),
      contracts,
    );
    expect(body(exempt)).toMatchObject({
      locked_for: 'all_profiles_except_excluded_profiles',
      lock_excluded_profiles: [contracts],
    });
    expect(configurationRequest(edit.setLockedFor(exempt, 'all_profiles'))).toBeNull();
    const saved = with_({
      locked_for: 'all_profiles_except_excluded_profiles',
      lock_excluded_profiles: [contracts],
    });
    expect(body(edit.setLockedFor(saved, 'all_profiles'))).toMatchObject({ lock_excluded_profiles: null });
  });

  it('sends the plural of the exception that Zoho also prints in the singular', () => {
    const draft = with_({ locked_for: 'all_profiles_except_excluded_profile' });
    expect(configurationRequest(draft)).toBeNull();
    expect(body(edit.setActionRestricted(draft, 'tags', true))?.locked_for).toBe(
      'all_profiles_except_excluded_profiles',
    );
  });

  it('keeps a setting of an unknown shape as it is, and does not edit it', () => {
    const draft = with_({ excluded_fields: { all_but: ['Stage'] } });
    expect(draft.settings).toMatchObject({ excludedFields: [], opaque: ['excluded_fields'] });
    const edited = edit.setActionRestricted(
      edit.addExcludedField(draft, { api_name: 'Stage' }),
      'tags',
      true,
    );
    expect(body(edited)?.excluded_fields).toEqual({ all_but: ['Stage'] });
  });
});

describe('an edit taken back', () => {
  const field = { api_name: 'Description' };
  const button = { id: '58431', name: 'Approve' };
  const toManual = 'manual' as const;
  it.each<[string, JsonObject, (draft: edit.ConfigurationDraft) => edit.ConfigurationDraft]>([
    ['lock type', {}, (d) => edit.setLockType(edit.setLockType(d, toManual), 'automatic')],
    ['a field taken out', {}, (d) => edit.addExcludedField(edit.removeExcludedField(d, field), field)],
    [
      'a field put in an empty list',
      { excluded_fields: [] },
      (d) => edit.removeExcludedField(edit.addExcludedField(d, field), field),
    ],
    ['a button', {}, (d) => edit.removeRestrictedButton(edit.addRestrictedButton(d, button), button)],
    [
      'an action in the middle',
      { restricted_actions: ['delete', 'update', 'tags'] },
      (d) => edit.setActionRestricted(edit.setActionRestricted(d, 'delete', false), 'delete', true),
    ],
    [
      'mail',
      {},
      (d) =>
        edit.setCommunicationRestricted(
          edit.setCommunicationRestricted(d, 'send_mail', true),
          'send_mail',
          false,
        ),
    ],
    ['portal users', {}, (d) => edit.setPortalUsersLocked(edit.setPortalUsersLocked(d, false), true)],
    [
      'existing records',
      {},
      (d) => rules.setLockExisting(rules.setLockExisting(d, lastRule(d), false), lastRule(d), true),
    ],
    [
      'a name',
      {},
      (d) => rules.setRuleName(rules.setRuleName(d, lastRule(d), 'X'), lastRule(d), 'Closed Won'),
    ],
    ['freeing Edit', {}, (d) => edit.setActionRestricted(d, 'update', false)],
  ])('%s is no change', (_, more, change) => {
    expect(configurationRequest(change(with_(more)))).toBeNull();
  });

  it('leaves absent what was absent', () => {
    const { lock_for_portal_users: _1, locked_for: _2, excluded_fields: _3, ...bare } = READ;
    let draft = edit.draftOf(read(bare));
    draft = edit.setPortalUsersLocked(edit.setPortalUsersLocked(draft, false), true);
    draft = edit.setLockedFor(
      edit.setLockedFor(draft, 'all_profiles_except_excluded_profiles'),
      'all_profiles',
    );
    draft = edit.removeExcludedField(edit.addExcludedField(draft, field), field);
    expect(configurationRequest(draft)).toBeNull();
  });
});
