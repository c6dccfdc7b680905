/** Files and folders that a document names between backticks. What was moved since is named by its old place. */
import type { Markdown } from './markdown';
import type { Project } from './project';

const PATH = /^(?:src|test|tools|docs|app)\/[\w./*-]+$/;
const TEST_FILE = /^[\w-]+\.(?:spec|test)\.tsx?$/;

/** A test is often named without its ending, as one tells it to the test runner. */
const ENDINGS = ['', '.ts', '.tsx', '.test.ts', '.test.tsx', '.spec.ts'];

/** One sentence for each name that nothing bears. */
export function nameProblems({ codeSpans }: Markdown, project: Project): string[] {
  const names = codeSpans.flatMap((span) => span.split(/[\s,]+/));
  return names.flatMap((name) => {
    if (TEST_FILE.test(name))
      return project.files.some((file) => file.endsWith(`/${name}`)) ? [] : [`no test is called ${name}`];
    if (!PATH.test(name)) return [];
    return isThere(name, project) ? [] : [`${name} is not there`];
  });
}

function isThere(name: string, project: Project): boolean {
  if (!name.includes('*')) return ENDINGS.some((ending) => project.has(name + ending));
  const pattern = name.replace(/[.]/g, '\\.').replace(/\*+/g, '.*');
  return project.files.some((file) => new RegExp(`^${pattern}`).test(file));
}
