import { describe, expect, it } from 'vitest';
import { criteriaText } from '../../src/record/explanation/criteria-text';
import { translatorFor } from '../i18n/translations';

const ui = { ...translatorFor('record', 'en'), timeZone: 'Asia/Kolkata', now: 0, userId: null, labels: {} };

/** What a hostile file may hold: an object that `String()` throws for. */
const HOSTILE = { toString: 1, valueOf: null };

describe('the words for what a rule demands', () => {
  it.each<[string, object, string | null]>([
    ['a hostile value', { comparator: 'equal', value: HOSTILE }, 'Stage is a specific value'],
    ['a hostile name', { comparator: 'equal', value: { name: HOSTILE } }, 'Stage is a specific value'],
    ['a list of hostile values', { comparator: 'in', value: [[HOSTILE]] }, 'Stage is a specific value'],
    ['a hostile comparator', { comparator: HOSTILE, value: 'x' }, null],
    ['a boolean', { comparator: 'equal', value: true }, 'Stage is Yes'],
  ])('are found for %s', (_, condition, words) => {
    expect(criteriaText({ field: { api_name: 'Stage' }, ...condition }, ui)).toBe(words);
  });
});
