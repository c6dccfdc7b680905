/**
 * Reads the modules of a source tree with Vite's own parser: who imports whom, as value or only as type.
 * The parser understands every TypeScript version, which ready-made dependency checkers do not.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { type ESTree, parseSync, Visitor } from 'vite';

export interface Import {
  /** Path from the project's root with `/`, or the bare name of a package when it is none of our files. */
  readonly target: string;
  readonly ours: boolean;
  readonly typeOnly: boolean;
}

export interface Module {
  readonly path: string;
  readonly source: string;
  readonly program: ESTree.Program;
  readonly imports: readonly Import[];
}

const SUFFIXES = ['', '.ts', '.tsx', '.d.ts', '/index.ts', '/index.tsx'];

/** Every TypeScript module below the given folders of `root`, by its path from there. */
export function readModules(root: string, folders: readonly string[]): Map<string, Module> {
  const modules = new Map<string, Module>();
  for (const folder of folders)
    for (const file of filesBelow(join(root, folder))) {
      const path = relative(root, file).split(sep).join('/');
      modules.set(path, readModule(root, path));
    }
  return modules;
}

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  if (isFile(folder)) return [folder];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.split(sep).includes('node_modules'))
    .map((name) => join(folder, name));
}

function readModule(root: string, path: string): Module {
  const source = readFileSync(join(root, path), 'utf8');
  const { program, errors } = parseSync(path, source, { sourceType: 'module' });
  const [error] = errors;
  if (error) throw new Error(`${path}: ${error.message}`);
  return { path, source, program, imports: importsOf(root, path, program) };
}

function importsOf(root: string, from: string, program: ESTree.Program): Import[] {
  const found: Import[] = [];
  const add = (specifier: unknown, typeOnly: boolean) => {
    if (typeof specifier === 'string') found.push(resolveImport(root, from, specifier, typeOnly));
  };
  new Visitor({
    ImportDeclaration: (node) =>
      add(
        node.source.value,
        node.importKind === 'type' ||
          (node.specifiers.length > 0 &&
            node.specifiers.every((each) => each.type === 'ImportSpecifier' && each.importKind === 'type')),
      ),
    ExportNamedDeclaration: (node) => add(node.source?.value, node.exportKind === 'type'),
    ExportAllDeclaration: (node) => add(node.source.value, node.exportKind === 'type'),
    ImportExpression: (node) => add(node.source.type === 'Literal' ? node.source.value : undefined, false),
    TSImportType: (node) => add(node.source.value, true),
  }).visit(program);
  return found;
}

function resolveImport(root: string, from: string, specifier: string, typeOnly: boolean): Import {
  if (!specifier.startsWith('.')) return { target: specifier, ours: false, typeOnly };
  const plain = posix.join(dirname(from), specifier.replace(/\?.*$/, ''));
  const found = SUFFIXES.map((suffix) => plain + suffix).find((path) => isFile(join(root, path)));
  return { target: found ?? plain, ours: true, typeOnly };
}

const isFile = (path: string) => existsSync(path) && statSync(path).isFile();
