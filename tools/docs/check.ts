/** Are the documents of a project true where a program can tell: links, commands, names of files? */
import { commandProblems } from './commands';
import { linkProblems } from './links';
import { readMarkdown } from './markdown';
import { nameProblems } from './named-files';
import { openProject } from './project';

export interface DocsCheck {
  readonly documents: number;
  readonly links: number;
  /** `path: what is wrong`, sorted, each once. */
  readonly problems: readonly string[];
}

export function checkDocs(root: string): DocsCheck {
  const project = openProject(root);
  const documents = new Map(
    project.files
      .filter((file) => file.endsWith('.md'))
      .map((file) => [file, readMarkdown(project.read(file))]),
  );
  const problems = [...documents].flatMap(([path, document]) =>
    [
      ...linkProblems(path, document, project, documents),
      ...commandProblems(path, document, project),
      // The documents of a package speak of folders of whoever uses it.
      ...(isOfPackage(path) ? [] : nameProblems(document, project)),
    ].map((problem) => `${path}: ${problem}`),
  );
  const links = [...documents.values()].reduce((sum, document) => sum + document.links.length, 0);
  return { documents: documents.size, links, problems: [...new Set(problems)].sort() };
}

const isOfPackage = (path: string) => path.startsWith('src/') || path.startsWith('test/sandbox/');
