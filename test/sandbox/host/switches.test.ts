import { describe, expect, it } from 'vitest';
import { DEFAULTS, readSwitches, writeSwitches } from './switches';

const read = (query: string) => readSwitches(new URLSearchParams(query));

describe('switches in the address', () => {
  it('are the defaults where the address says nothing', () => {
    expect(read('')).toEqual(DEFAULTS);
    expect(writeSwitches(DEFAULTS)).toBe('');
  });

  it('come back as they were written', () => {
    const query =
      'placement=panel&listPage=records.html&width=280&mode=night&lang=de_DE&latency=100&fault=lost-reply&faultOn=writes&faultAt=GET+%2Fcrm&bar=closed';
    expect(writeSwitches(read(query))).toBe(query);
  });

  it('take a language without its region', () => {
    expect(read('lang=de').lang).toBe('de_DE');
    expect(read('lang=ar').lang).toBe('ar_EG');
    expect(read('lang=pt_BR').lang).toBe('pt_BR');
  });

  it('fall back where a value is not one of the choices', () => {
    expect(read('placement=ceiling&listPage=..%2Fx&width=9&mode=dusk&latency=-1&fault=flood')).toEqual(
      DEFAULTS,
    );
  });
});
