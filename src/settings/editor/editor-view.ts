import type { ExplanationsSeat } from '../explanations/explanations-seat';
import type { PlacedProblem } from '../problems/placed-problem';
import type { SettingsContext } from '../settings-context';
import type { Editing } from './editor-state';
import type { EditorStore } from './editor-store';
import type { Saving } from './saving';

/** What every section of the editor gets. */
export interface SectionProps {
  readonly state: Editing;
  readonly store: EditorStore;
  readonly ui: SettingsContext;
  /** To be shown now. */
  readonly problems: readonly PlacedProblem[];
}

export interface EditorProps extends SectionProps {
  readonly saving: Saving;
  readonly seat: ExplanationsSeat;
}

/** A configuration of Zoho's own is for reading; nothing is edited while a save is under way. */
export const isReadOnly = ({ draft, busy }: Editing): boolean =>
  draft.base?.systemDefined === true || busy !== null;

/** The problems of one setting. */
export const problemsOf = (problems: readonly PlacedProblem[], setting: string): readonly PlacedProblem[] =>
  problems.filter(({ place }) => place?.setting === setting && place.ruleKey === undefined);
