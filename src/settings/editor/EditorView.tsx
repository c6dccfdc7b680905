import { memo } from '../../ui/memo';
import { later } from '../deferred';
import type { PlacedProblem } from '../editing/placed-problem';
import { EditorHeader } from './EditorHeader';
import type { EditorProps } from './editor-view';
import { NoticeBox } from './NoticeBox';
import { ProblemSummary } from './ProblemSummary';
import { BlockedSection } from './sections/BlockedSection';
import { FieldsSection } from './sections/FieldsSection';
import { LockTypeSection } from './sections/LockTypeSection';
import { OpaqueSection } from './sections/OpaqueSection';
import { PeopleSection } from './sections/PeopleSection';
import { RulesSection } from './sections/RulesSection';

const ExplanationsSection = later(
  async () => (await import('../features/explanations/ExplanationsSection')).ExplanationsSection,
);

/** A module's configuration, every part of it. */
export const EditorView = memo(function EditorView(props: EditorProps) {
  const { state, store, ui, problems } = props;
  const { base } = state.draft;
  return (
    <>
      <EditorHeader state={state} store={store} ui={ui} />
      {base?.systemDefined && <p class="notice info">{ui.t('settings.systemDefinedHelp')}</p>}
      <ProblemSummary problems={problems} ui={ui} onJump={jump} />
      {state.notice && <NoticeBox notice={state.notice} ui={ui} />}
      <LockTypeSection {...props} />
      <PeopleSection {...props} />
      <BlockedSection {...props} />
      <FieldsSection {...props} />
      <RulesSection {...props} />
      <OpaqueSection {...props} />
      <ExplanationsSection {...props} />
    </>
  );
});

/** Goes to the control that a problem is about, opening its rule where that is closed. */
function jump({ elementId, place }: PlacedProblem): void {
  const rule = place?.ruleKey === undefined ? '' : `rule-${place.ruleKey}`;
  if (rule && !document.getElementById(elementId))
    document.querySelector<HTMLElement>(`[id="${rule}-toggle"][aria-expanded="false"]`)?.click();
  // A rule that opens renders its conditions over some frames.
  const go = (frames: number): void => {
    const found = document.getElementById(elementId);
    if (!found && frames > 0) return void requestAnimationFrame(() => go(frames - 1));
    const target = found ?? document.getElementById(rule);
    target?.focus();
    target?.scrollIntoView({ block: 'center' });
  };
  requestAnimationFrame(() => go(PATIENCE));
}

/** Frames in which the longest rule is there. */
const PATIENCE = 30;
