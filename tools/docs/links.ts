/** Links of a document: those within the project have to resolve, those elsewhere have to be well formed. */
import { posix } from 'node:path';
import type { Markdown } from './markdown';
import type { Project } from './project';

/** One sentence for each link that leads nowhere. */
export function linkProblems(
  path: string,
  { links }: Markdown,
  project: Project,
  documents: ReadonlyMap<string, Markdown>,
): string[] {
  return links.flatMap((link) => {
    if (/^[a-z][a-z+.-]*:/i.test(link)) return isWellFormed(link) ? [] : [`${link} is no address to link to`];
    const [target = '', anchor] = link.split('#');
    const to = target === '' ? path : posix.join(posix.dirname(path), decodeURI(target));
    if (!project.has(to)) return [`${link} leads nowhere`];
    if (anchor === undefined) return [];
    return documents.get(to)?.anchors.has(anchor) ? [] : [`${link} names no heading of ${to}`];
  });
}

const LOCAL = new Set(['localhost', '127.0.0.1']);

function isWellFormed(address: string): boolean {
  if (/\s/.test(address) || !URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  if (protocol === 'mailto:') return /^mailto:[^@]+@[^@]+\.[^@]+$/.test(address);
  if (LOCAL.has(hostname)) return protocol === 'http:' || protocol === 'https:';
  return protocol === 'https:' && /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(hostname);
}
