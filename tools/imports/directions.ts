/**
 * The directions imports may take. Each room of `src` names the rooms it may look into; `types` are rooms it may
 * only take types from. What a room is not given here, it is handed by the page's composition root.
 */
import { isBuiltin } from 'node:module';
import type { Import, Module } from './module-graph';
import { wrongLayer } from './settings-layers';

interface Room {
  readonly values: readonly string[];
  readonly types?: readonly string[];
  /** Packages from the registry that the room may use; undefined = any that ships. */
  readonly packages?: readonly string[];
}

const ROOMS: Readonly<Record<string, Room>> = {
  record: { values: ['ui', 'i18n', 'crm', 'locking', 'base'] },
  records: { values: ['ui', 'i18n', 'crm', 'locking', 'base'] },
  settings: { values: ['ui', 'i18n', 'crm', 'locking', 'base'] },
  crm: { values: ['locking', 'base'], packages: [] },
  locking: { values: ['base'], packages: [] },
  zoho: { values: ['base'], types: ['crm', 'locking'], packages: [] },
  ui: { values: ['i18n', 'base'], types: ['locking'] },
  i18n: { values: ['base'] },
  base: { values: [], packages: [] },
  'widget-sdk-types': { values: [], packages: [] },
};

/** The composition roots: the only modules outside `src/zoho` that may import it. */
const isRoot = (path: string): boolean => /^src\/\w+\/start\/main\.ts$/.test(path);

/** One sentence per import that goes the wrong way; `shipped` are the packages named as dependencies. */
export function wrongDirections(modules: Iterable<Module>, shipped: readonly string[]): string[] {
  const problems: string[] = [];
  for (const module of modules)
    if (module.path.startsWith('src/'))
      for (const each of module.imports) {
        const why = each.ours ? wrongRoom(module.path, each) : wrongPackage(module.path, each, shipped);
        if (why) problems.push(`${module.path} imports ${each.target}: ${why}`);
      }
  return problems;
}

function wrongRoom(from: string, { target, typeOnly }: Import): string | undefined {
  const room = roomOf(from);
  if (!target.startsWith('src/')) return 'what ships imports nothing outside src';
  const other = roomOf(target);
  if (other === room) return wrongLayer(from, target);
  if (other === 'zoho' && isRoot(from)) return undefined;
  const allowed = ROOMS[room];
  if (!allowed) return `src/${room} is no room of the design; give it its directions`;
  if (allowed.values.includes(other)) return undefined;
  if (allowed.types?.includes(other))
    return typeOnly ? undefined : `${room} may only take types from ${other}`;
  if (other === 'zoho') return 'only the start/main.ts of a page imports zoho';
  return `${room} must not know ${other}`;
}

function wrongPackage(from: string, { target, typeOnly }: Import, shipped: readonly string[]) {
  if (target.startsWith('virtual:messages/')) return undefined;
  if (typeOnly && target === '@zohocrm/widget-sdk-types') return undefined;
  if (isBuiltin(target)) return 'what ships runs in a browser';
  const name = target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/');
  if (!shipped.includes(name)) return `${name} is not among the dependencies that ship`;
  const packages = ROOMS[roomOf(from)]?.packages;
  return packages && !packages.includes(name) ? `${roomOf(from)} uses no package` : undefined;
}

const roomOf = (path: string) => path.split('/')[1] ?? '';
