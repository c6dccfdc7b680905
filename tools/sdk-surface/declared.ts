/** What the package of declarations says a widget can call, read from its files with Vite's own parser. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ESTree, parseSync, Visitor } from 'vite';

interface Declarations {
  readonly interfaces: ReadonlyMap<string, ESTree.TSInterfaceDeclaration>;
  /** The constants of `declare global`, with the names of their types. */
  readonly globals: ReadonlyMap<string, string>;
}

/** Paths of all functions of all globals, such as `ZOHO.CRM.API.getRecord`, sorted. An overloaded one counts once. */
export function declaredIn(folder: string): string[] {
  const declarations = readDeclarations(folder);
  const functions = [...declarations.globals].flatMap(([name, type]) => membersOf(declarations, type, name));
  return [...new Set(functions)].sort();
}

function readDeclarations(folder: string): Declarations {
  const interfaces = new Map<string, ESTree.TSInterfaceDeclaration>();
  const globals = new Map<string, string>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.d.ts'))) {
    const { program, errors } = parseSync(file, readFileSync(join(folder, file), 'utf8'), {
      sourceType: 'module',
    });
    if (errors[0]) throw new Error(`${file}: ${errors[0].message}`);
    new Visitor({
      TSInterfaceDeclaration: (node) => interfaces.set(node.id.name, node),
      VariableDeclarator: ({ id }) => {
        const type = nameOf(id.typeAnnotation?.typeAnnotation);
        if (id.type === 'Identifier' && type) globals.set(id.name, type);
      },
    }).visit(program);
  }
  return { interfaces, globals };
}

/** The functions of an interface and of those it extends, and below its properties. */
function membersOf(declarations: Declarations, type: string, path: string): string[] {
  const declaration = declarations.interfaces.get(type);
  if (!declaration) return [];
  const own = declaration.body.body.flatMap((member) => {
    if (member.type !== 'TSMethodSignature' && member.type !== 'TSPropertySignature') return [];
    if (member.key.type !== 'Identifier') return [];
    const at = `${path}.${member.key.name}`;
    if (member.type === 'TSMethodSignature') return [at];
    const of = nameOf(member.typeAnnotation?.typeAnnotation);
    return of ? membersOf(declarations, of, at) : [];
  });
  const inherited = declaration.extends.flatMap(({ expression }) =>
    expression.type === 'Identifier' ? membersOf(declarations, expression.name, path) : [],
  );
  return [...inherited, ...own];
}

const nameOf = (type: ESTree.TSType | undefined) =>
  type?.type === 'TSTypeReference' && type.typeName.type === 'Identifier' ? type.typeName.name : undefined;
