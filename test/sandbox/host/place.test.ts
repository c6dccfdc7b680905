import { describe, expect, it } from 'vitest';
import { hrefOf, readPlace, withQuery } from './place';

const read = (href: string) => readPlace(new URL(href, 'http://127.0.0.1'));

describe('places of the CRM', () => {
  it('have an address that leads back to them', () => {
    for (const href of [
      '/crm/tab/Deals',
      '/crm/tab/Deals?page=3&word=caf%C3%A9',
      '/crm/tab/acme__Shipments/5843104000000002181',
      '/crm/my-tasks',
      '/crm/settings/widget',
    ])
      expect(hrefOf(read(href))).toBe(href);
  });

  it('can be named by parameters', () => {
    expect(read('/?module=Leads&id=42')).toEqual({ kind: 'record', module: 'Leads', id: '42' });
    expect(read('/?module=Leads')).toEqual({ kind: 'list', module: 'Leads', page: 1, word: '' });
  });

  it('begin at the list of deals', () => {
    expect(read('/')).toEqual({ kind: 'list', module: 'Deals', page: 1, word: '' });
    expect(read('/crm/tab/Deals?page=none')).toEqual(read('/'));
  });

  it('carry the switches behind what they have of their own', () => {
    expect(withQuery('/crm/tab/Deals?page=2', 'mode=night')).toBe('/crm/tab/Deals?page=2&mode=night');
    expect(withQuery('/crm/tab/Deals', 'mode=night')).toBe('/crm/tab/Deals?mode=night');
    expect(withQuery('/crm/tab/Deals', '')).toBe('/crm/tab/Deals');
  });
});
