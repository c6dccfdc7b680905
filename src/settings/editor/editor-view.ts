import type { Editing } from '../editing/editor-state';
import type { EditorStore } from '../editing/editor-store';
import type { PlacedProblem } from '../editing/placed-problem';
import type { Saving } from '../editing/saving';
import type { ExplanationsSession } from '../features/explanations/explanations-session';
import type { SettingsContext } from '../words/words';

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
  readonly session: ExplanationsSession;
}

/** A configuration of Zoho's own is for reading; nothing is edited while a save is under way. */
export const isReadOnly = ({ draft, busy }: Editing): boolean =>
  draft.base?.systemDefined === true || busy !== null;

/** The problems of one setting. */
export const problemsOf = (problems: readonly PlacedProblem[], setting: string): readonly PlacedProblem[] =>
  problems.filter(({ place }) => place?.setting === setting && place.ruleKey === undefined);
