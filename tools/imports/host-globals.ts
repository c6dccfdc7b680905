/**
 * Nobody but `src/zoho` may know the CRM page around the widget: not the SDK's globals, not the parent window, not
 * window messages. A BroadcastChannel's `postMessage` (one argument) is no window message and stays free.
 */
import { type ESTree, Visitor } from 'vite';
import type { Module } from './module-graph';

const GLOBALS = new Set(['ZOHO', 'zrc', 'ZDK', '$Client', 'postMessage']);
const OF_WINDOW = new Set([...GLOBALS, 'parent', 'top', 'opener']);
const WINDOWS = new Set(['window', 'globalThis', 'self']);

/** One sentence per use of the host's globals outside `src/zoho` (their declarations are free to name them). */
export function hostGlobals(modules: Iterable<Module>): string[] {
  return [...modules]
    .filter(({ path }) => /^src\/(?!zoho\/|widget-sdk-types\/)/.test(path))
    .flatMap((module) =>
      usesIn(module).map((use) => `${module.path}:${use.line} uses ${use.name}: only src/zoho may`),
    );
}

function usesIn({ program, source }: Module): { line: number; name: string }[] {
  const uses = new Map<number, string>();
  const names = new Set<number>();
  const skip = (node: ESTree.Node, computed: boolean) => !computed && names.add(node.start);
  new Visitor({
    MemberExpression: (node) => {
      const property = propertyName(node);
      skip(node.property, node.computed);
      if (node.object.type === 'Identifier' && WINDOWS.has(node.object.name) && OF_WINDOW.has(property))
        uses.set(node.start, `${node.object.name}.${property}`);
    },
    CallExpression: (node) => {
      const { callee } = node;
      if (
        callee.type === 'MemberExpression' &&
        propertyName(callee) === 'postMessage' &&
        node.arguments.length > 1
      )
        uses.set(callee.start, 'postMessage of a window');
    },
    Property: (node) => {
      if (!node.shorthand) skip(node.key, node.computed);
    },
    PropertyDefinition: (node) => skip(node.key, node.computed),
    MethodDefinition: (node) => skip(node.key, node.computed),
    TSPropertySignature: (node) => skip(node.key, node.computed),
    TSMethodSignature: (node) => skip(node.key, node.computed),
    Identifier: (node) => {
      if (GLOBALS.has(node.name) && !names.has(node.start)) uses.set(node.start, node.name);
    },
  }).visit(program);
  return [...uses].map(([start, name]) => ({ line: source.slice(0, start).split('\n').length, name }));
}

function propertyName(node: ESTree.MemberExpression): string {
  if (node.property.type === 'Identifier' && !node.computed) return node.property.name;
  return node.property.type === 'Literal' && typeof node.property.value === 'string'
    ? node.property.value
    : '';
}
