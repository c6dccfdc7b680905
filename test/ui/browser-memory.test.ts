import { describe, expect, it } from 'vitest';
import { browserMemory } from '../../src/ui/browser-memory';

/** A storage of the browser, or one that refuses everything. */
function storage(refuses = false): Storage {
  const kept = new Map<string, string>();
  const check = () => {
    if (refuses) throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
  };
  return {
    get length() {
      return kept.size;
    },
    clear: () => kept.clear(),
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (name) => {
      check();
      return kept.get(name) ?? null;
    },
    setItem: (name, value) => {
      check();
      kept.set(name, value);
    },
    removeItem: (name) => void kept.delete(name),
  };
}

describe('the memory of the browser', () => {
  it.each([['text'], [42], [true], [{ text: 'x', at: 1 }], [['a', 'b']]])('gives back %j', (value) => {
    const memory = browserMemory(() => shared);
    const shared = storage();
    memory.set('name', value);
    expect(memory.get('name')).toEqual(value);
    expect(browserMemory(() => shared).get('name')).toEqual(value);
  });

  it('knows the names of what it keeps, and of nothing else', () => {
    const shared = storage();
    shared.setItem('other', '1');
    const memory = browserMemory(() => shared);
    memory.set('a', 1);
    memory.set('b.c', 2);
    memory.set('a', null);
    expect(memory.names()).toEqual(['b.c']);
    expect(
      browserMemory(() => {
        throw new DOMException('No storage here.', 'SecurityError');
      }).names(),
    ).toEqual([]);
  });

  it('keeps apart what was kept under pages of different origins', () => {
    const shared = storage();
    const [crm, stranger] = ['https://crm.example', 'https://evil.example'].map((host) =>
      browserMemory(() => shared, host),
    );
    crm?.set('draft', 'typed');
    expect(stranger?.get('draft')).toBeNull();
    expect(stranger?.names()).toEqual([]);
    expect(browserMemory(() => shared, 'https://crm.example').get('draft')).toBe('typed');
  });

  it('gives null for what it never kept, and for what it was told to forget', () => {
    const shared = storage();
    const memory = browserMemory(() => shared);
    expect(memory.get('name')).toBeNull();
    memory.set('name', 'x');
    memory.set('name', null);
    expect(memory.get('name')).toBeNull();
    expect(shared.length).toBe(0);
  });

  it('keeps to names of its own among those of others', () => {
    const shared = storage();
    shared.setItem('theme', '"theirs"');
    const memory = browserMemory(() => shared);
    memory.set('theme', 'ours');
    expect(shared.getItem('theme')).toBe('"theirs"');
  });

  it('gives null for what is not JSON', () => {
    const shared = storage();
    browserMemory(() => shared).set('name', 'x');
    shared.setItem(shared.key(0) ?? '', '{"half');
    expect(browserMemory(() => shared).get('name')).toBeNull();
  });

  it('forgets, and does not fail, where the browser refuses', () => {
    const full = browserMemory(() => storage(true));
    const forbidden = browserMemory(() => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    });
    for (const memory of [full, forbidden]) {
      memory.set('name', 'x');
      memory.set('name', null);
      expect(memory.get('name')).toBeNull();
    }
  });
});
