import { describe, expect, it } from 'vitest';
import * as edit from '../../../../src/locking/configuration/draft';
import * as rules from '../../../../src/locking/configuration/rules';
import { configurationChanges } from '../../../../src/locking/configuration/saving/changes';
import { addCondition, setOperator, setValue } from '../../../../src/locking/criteria/tree/edit';
import { keySource, newCondition } from '../../../../src/locking/criteria/tree/node';
import { READ, read } from '../../samples';

type Draft = edit.ConfigurationDraft;

const newKey = keySource('c');
const deals = () => edit.draftOf(read(READ));
const won = (draft: Draft) => draft.rules[0]?.key ?? '';
const item = { id: '58431', name: 'Contracts' };
const told = (draft: Draft) => configurationChanges(draft).map(({ kind, effect }) => `${kind} ${effect}`);
const another = () => newCondition(newKey, { api_name: 'Amount' }, 'greater_than', '50000');
const also = (draft: Draft) =>
  rules.editCriteria(draft, won(draft), (root) => addCondition(root, newKey, undefined, another()));
const instead = (draft: Draft) =>
  rules.editCriteria(also(draft), won(draft), (root) => setOperator(root, root?.key ?? '', 'OR'));
const excepted = (draft: Draft) =>
  edit.addExcludedProfile(edit.setLockedFor(draft, 'all_profiles_except_excluded_profiles'), item);

describe('what saving changes', () => {
  it('tells what comes from what goes', () => {
    const draft = edit.removeExcludedField(
      edit.addExcludedField(
        edit.setActionRestricted(edit.setActionRestricted(deals(), 'update', false), 'tags', true),
        { api_name: 'Amount' },
      ),
      { api_name: 'Description' },
    );
    expect(configurationChanges(draft)).toEqual(
      expect.arrayContaining([
        { kind: 'action', name: 'tags', blocked: true, effect: 'tightens' },
        { kind: 'field', item: { api_name: 'Amount' }, added: true, effect: 'loosens' },
        expect.objectContaining({
          kind: 'field',
          item: expect.objectContaining({ api_name: 'Description' }),
          added: false,
          effect: 'tightens',
        }),
      ]),
    );
    const allowed = edit.setActionRestricted(
      edit.draftOf(read({ ...READ, restricted_actions: ['update', 'tags'] })),
      'tags',
      false,
    );
    expect(configurationChanges(allowed)).toEqual([
      { kind: 'action', name: 'tags', blocked: false, effect: 'loosens' },
    ]);
  });

  it.each<[string, Draft, string[]]>([
    ['nothing', deals(), []],
    [
      'a first configuration',
      edit.setActionRestricted(edit.draftOf(null), 'delete', true),
      ['created tightens', 'action tightens'],
    ],
    ['manual locks too', edit.setLockType(deals(), 'both'), ['lockType tightens']],
    [
      'manual locks instead',
      edit.setLockType(deals(), 'manual'),
      ['lockType neutral', 'ruleRemoved loosens'],
    ],
    ['an exception', excepted(deals()), ['lockedFor loosens', 'profile loosens']],
    ['portal users set free', edit.setPortalUsersLocked(deals(), false), ['portalUsers loosens']],
    ['an action blocked', edit.setActionRestricted(deals(), 'tags', true), ['action tightens']],
    ['mail blocked', edit.setCommunicationRestricted(deals(), 'send_mail', true), ['communication tightens']],
    ['a button blocked', edit.addRestrictedButton(deals(), item), ['button tightens']],
    ['a field opened', edit.addExcludedField(deals(), { api_name: 'Amount' }), ['field loosens']],
    ['a field closed', edit.removeExcludedField(deals(), { api_name: 'Description' }), ['field tightens']],
    ['a rule more', rules.addRule(deals(), newKey, 'New'), ['ruleAdded tightens']],
    ['a rule less', rules.deleteRule(deals(), won(deals())), ['ruleRemoved loosens']],
    ['a name', rules.setRuleName(deals(), won(deals()), 'Won'), ['ruleRenamed neutral']],
    [
      'existing records left alone',
      rules.setLockExisting(deals(), won(deals()), false),
      ['ruleExisting loosens'],
    ],
    ['a narrower rule', also(deals()), ['ruleCriteria loosens']],
    ['a wider rule', instead(deals()), ['ruleCriteria tightens']],
    [
      'another rule',
      rules.editCriteria(deals(), won(deals()), (root) => setValue(root, root?.key ?? '', 'Closed Lost')),
      ['ruleCriteria neutral'],
    ],
  ])('%s', (_, draft, changes) => {
    expect(told(draft)).toEqual(changes);
  });

  it('goes both ways', () => {
    const saved = edit.draftOf(
      read({
        ...READ,
        lock_type: 'both',
        locked_for: 'all_profiles_except_excluded_profiles',
        lock_excluded_profiles: [item],
        restricted_actions: ['update', 'tags'],
        restricted_communications: ['send_mail'],
        restricted_custom_buttons: [item],
      }),
    );
    expect(told(edit.setLockType(saved, 'automatic'))).toEqual(['lockType loosens']);
    expect(told(edit.setLockedFor(saved, 'all_profiles'))).toEqual([
      'lockedFor tightens',
      'profile tightens',
    ]);
    expect(told(edit.setActionRestricted(saved, 'tags', false))).toEqual(['action loosens']);
    expect(told(edit.setCommunicationRestricted(saved, 'send_mail', false))).toEqual([
      'communication loosens',
    ]);
    expect(told(edit.removeRestrictedButton(saved, item))).toEqual(['button loosens']);
  });

  it('names what it is about', () => {
    const draft = rules.setRuleName(excepted(edit.setLockType(deals(), 'both')), won(deals()), 'Won');
    expect(configurationChanges(draft)).toMatchObject([
      { kind: 'lockType', from: 'automatic', to: 'both' },
      { kind: 'lockedFor', from: 'all_profiles', to: 'all_profiles_except_excluded_profiles' },
      { kind: 'profile', item, added: true },
      { kind: 'ruleRenamed', from: 'Closed Won', to: 'Won', rule: { key: won(draft) } },
    ]);
    expect(configurationChanges(edit.setLockType(deals(), 'manual'))).toMatchObject([
      {},
      { kind: 'ruleRemoved', byType: true, rule: { name: 'Closed Won' } },
    ]);
  });
});
