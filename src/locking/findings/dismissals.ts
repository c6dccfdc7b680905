import type { Finding } from './finding';

/** FNV-1a, 32 bits: a cause may be long, and what is published has little room. */
const mark = (text: string): string => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36);
};

/** What is kept of a dismissed finding. It stands for this finding with this cause, and for no other. */
export const dismissalOf = ({ key, cause }: Finding): string => `${mark(key)}.${mark(cause)}`;

/** The findings to show: a dismissed one returns when its cause has changed. */
export const undismissed = (
  findings: readonly Finding[],
  dismissed: readonly string[],
): readonly Finding[] => {
  const known = new Set(dismissed);
  return findings.filter((finding) => !known.has(dismissalOf(finding)));
};

/** The dismissals that still concern something. The others can be forgotten, so that the list does not grow. */
export const keptDismissals = (
  findings: readonly Finding[],
  dismissed: readonly string[],
): readonly string[] => {
  const current = new Set(findings.map(dismissalOf));
  return [...new Set(dismissed)].filter((one) => current.has(one));
};
