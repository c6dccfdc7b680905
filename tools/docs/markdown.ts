/** What the checks need of a Markdown document: where it can be linked to, what it links to, and the code it names. */
import { lexer, type Token, walkTokens } from 'marked';

export interface Markdown {
  /** Ids of its headings, as a host of repositories makes them. */
  readonly anchors: ReadonlySet<string>;
  /** Addresses of links and pictures, in Markdown and in HTML. */
  readonly links: readonly string[];
  /** Texts between backticks. */
  readonly codeSpans: readonly string[];
  /** Lines of code blocks. */
  readonly codeLines: readonly string[];
}

export function readMarkdown(text: string): Markdown {
  const anchors = new Set<string>();
  const links: string[] = [];
  const codeSpans: string[] = [];
  const codeLines: string[] = [];
  const read = (token: Token) => {
    if (token.type === 'heading') addAnchor(anchors, token.text);
    if (token.type === 'link' || token.type === 'image') links.push(token.href);
    if (token.type === 'html') links.push(...addressesIn(token.text));
    if (token.type === 'codespan') codeSpans.push(token.text);
    if (token.type === 'code') codeLines.push(...token.text.split('\n'));
  };
  walkTokens(lexer(text), read);
  return { anchors, links, codeSpans, codeLines };
}

function addAnchor(anchors: Set<string>, heading: string): void {
  const slug = heading
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
  let anchor = slug;
  for (let count = 1; anchors.has(anchor); count += 1) anchor = `${slug}-${count}`;
  anchors.add(anchor);
}

const addressesIn = (html: string) =>
  [...html.matchAll(/\b(?:href|src)="([^"]*)"/g)].flatMap(([, address]) => address ?? []);
