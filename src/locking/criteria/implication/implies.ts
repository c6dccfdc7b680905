import type { Field } from '../../configuration/fields';
import type { CriteriaNode } from '../tree/node';
import { type Canonical, canonical } from './canonical';
import { isWithin } from './condition-range';

/** Criteria in a form that is computed once and compared with many others. */
export type Comparable = Canonical;

export const comparable = canonical;

/** Every pair of parts may have to be compared: beyond so many pairs the question stays open. */
const MOST_PAIRS = 20_000;

const every = (all: readonly Canonical[], holds: (one: Canonical) => boolean): boolean =>
  all.length > 0 && all.every(holds);

/** One question, with the pairs that are already answered. */
class Question {
  private left = MOST_PAIRS;
  private readonly known = new Map<Canonical, Map<Canonical, boolean>>();
  private readonly texts = new Map<Canonical, ReadonlySet<string>>();

  holds(a: Canonical, b: Canonical): boolean {
    if (a.text === b.text) return true;
    const answers = this.known.get(a) ?? new Map<Canonical, boolean>();
    this.known.set(a, answers);
    const known = answers.get(b);
    if (known !== undefined) return known;
    if (this.left-- <= 0) return false;
    const answer = this.compare(a, b);
    answers.set(b, answer);
    return answer;
  }

  private compare(a: Canonical, b: Canonical): boolean {
    if (a.range && b.range && isWithin(a.range, b.range)) return true;
    if (a.operator === 'AND' && this.has(a, b)) return true;
    if (b.operator === 'OR' && this.has(b, a)) return true;
    return (
      (a.operator === 'OR' && every(a.children, (child) => this.holds(child, b))) ||
      (b.operator === 'AND' && every(b.children, (child) => this.holds(a, child))) ||
      (a.operator === 'AND' && a.children.some((child) => this.holds(child, b))) ||
      (b.operator === 'OR' && b.children.some((child) => this.holds(a, child)))
    );
  }

  /** Whether a group holds the very part. */
  private has(group: Canonical, part: Canonical): boolean {
    const texts = this.texts.get(group) ?? new Set(group.children.map((child) => child.text));
    this.texts.set(group, texts);
    return texts.has(part.text);
  }
}

/**
 * Whether every record that matches the first also matches the second, as far as AND and OR, lists of values and bounds show
 * it. False does not mean that some record tells them apart: the form may hide it, or there is too much to compare.
 */
export const implies = (a: Comparable, b: Comparable): boolean => new Question().holds(a, b);

export const impliesCriteria = (a: CriteriaNode, b: CriteriaNode, fields: readonly Field[] = []): boolean =>
  implies(comparable(a, fields), comparable(b, fields));
