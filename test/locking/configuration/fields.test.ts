import { describe, expect, it } from 'vitest';
import {
  criteriaFieldObstacle,
  excludedFieldObstacle,
  findField,
  parseField,
} from '../../../src/locking/configuration/fields';
import { FIELDS, field } from '../samples';

describe('fields of a module', () => {
  it('are read from their metadata', () => {
    expect(
      parseField({
        api_name: 'Stage',
        id: '5843104000000002565',
        field_label: 'Stage',
        data_type: 'picklist',
        read_only: false,
        pick_list_values: [
          { display_value: 'Won', actual_value: 'Closed Won' },
          { actual_value: 'Closed Lost' },
          { display_value: 'nothing behind it' },
        ],
      }),
    ).toEqual({
      apiName: 'Stage',
      id: '5843104000000002565',
      label: 'Stage',
      dataType: 'picklist',
      readOnly: false,
      filterable: true,
      picklist: [
        { value: 'Closed Won', label: 'Won' },
        { value: 'Closed Lost', label: 'Closed Lost' },
      ],
      lookupModule: undefined,
    });
    const lookup = { api_name: 'Account_Name', id: '58431', data_type: 'lookup', field_read_only: true };
    expect(parseField({ ...lookup, lookup: { module: { api_name: 'Accounts' } } })).toMatchObject({
      label: 'Account_Name',
      readOnly: true,
      lookupModule: 'Accounts',
    });
    expect(parseField({ ...lookup, lookup: { module: 'Accounts' } })?.lookupModule).toBe('Accounts');
  });

  it('are called by their label, and read-only by either word', () => {
    const bare = { api_name: 'Deal_Score', id: '58431' };
    expect(parseField(bare)).toStrictEqual({
      apiName: 'Deal_Score',
      id: '58431',
      label: 'Deal_Score',
      dataType: '',
      readOnly: false,
      filterable: true,
      picklist: [],
      lookupModule: undefined,
    });
    expect(parseField({ ...bare, field_label: 'Score' })?.label).toBe('Score');
    expect(parseField({ ...bare, read_only: true })?.readOnly).toBe(true);
    expect(parseField({ ...bare, field_read_only: true })?.readOnly).toBe(true);
    expect(parseField({ ...bare, lookup: { module: 7 } })?.lookupModule).toBeUndefined();
  });

  it.each([null, 'Stage', {}, { api_name: 'Stage' }, { id: '58431' }, { api_name: 'Stage', id: 58431 }])(
    '%j is none',
    (value) => {
      expect(parseField(value)).toBeUndefined();
    },
  );

  it.each([
    ['Tag', 'tag'],
    ['Owner', 'owner'],
    ['Expected_Revenue', 'readOnly'],
    ['Description', null],
  ])('whether %s can stay editable: %s', (name, obstacle) => {
    expect(FIELDS.filter(({ apiName }) => apiName === name).map(excludedFieldObstacle)).toEqual([obstacle]);
  });

  it.each([
    ['Stage', 'picklist', 'Deals', null],
    ['Owner', 'ownerlookup', 'Deals', null],
    ['Photo', 'profileimage', 'Deals', 'typeNotSupported'],
    ['Locked__s', 'boolean', 'Deals', 'lockState'],
    ['Subject', 'text', 'Tasks', 'onlyStatus'],
    ['Status', 'picklist', 'Tasks', null],
  ])('whether %s (%s) of %s can be in criteria: %s', (name, type, module, obstacle) => {
    expect(criteriaFieldObstacle(field(name, type), module)).toBe(obstacle);
  });

  it('are not for criteria where Zoho does not filter by them', () => {
    expect(criteriaFieldObstacle(field('Notes', 'text', { filterable: false }), 'Deals')).toBe(
      'typeNotSupported',
    );
    expect(parseField({ api_name: 'Notes', id: '58431', filterable: false })?.filterable).toBe(false);
  });

  it('are found by id, else by API name', () => {
    expect(findField(FIELDS, { id: '5843104000000002565', api_name: 'Amount' })?.apiName).toBe('Stage');
    expect(findField(FIELDS, { api_name: 'Amount' })?.apiName).toBe('Amount');
    expect(findField(FIELDS, { id: 'gone', api_name: 'Amount' })?.apiName).toBe('Amount');
    expect(findField(FIELDS, {})).toBeUndefined();
  });
});
