/** Commands that a document tells its reader to run: scripts and programs that have to exist. */
import { posix } from 'node:path';
import type { Markdown } from './markdown';
import type { Project } from './project';

const SCRIPT =
  /\bnpm (?:run(?: -s| --silent)? ([\w:.-]+)|(test|start)\b)(?:.*(?:-w |--workspace[= ])([\w./-]+))?/g;
const PROGRAM = /\bnpx (?!-)([\w-]+)/g;

/** One sentence for each command that cannot be run. */
export function commandProblems(path: string, document: Markdown, project: Project): string[] {
  const texts = [...document.codeSpans, ...document.codeLines];
  const own = [...project.scripts(''), ...project.scripts(posix.dirname(path))];
  const scripts = texts.flatMap((text) =>
    [...text.matchAll(SCRIPT)].flatMap(([, run, short, workspace]) => {
      const name = run ?? short ?? '';
      const known = workspace ? project.scripts(workspace) : own;
      return known.includes(name)
        ? []
        : [`npm has no script "${name}"${workspace ? ` in ${workspace}` : ''}`];
    }),
  );
  const programs = texts.flatMap((text) =>
    [...text.matchAll(PROGRAM)].flatMap(([, name = '']) =>
      project.hasProgram(name) ? [] : [`npx finds no program "${name}"`],
    ),
  );
  return [...scripts, ...programs];
}
