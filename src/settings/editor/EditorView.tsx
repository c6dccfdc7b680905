import { useEditing, useEditor } from '../context/editor';
import { later } from '../context/later';
import { useWords } from '../context/words';
import type { PlacedProblem } from '../editing/placed-problem';
import { RulesSection } from '../features/rules/RulesSection';
import { DeleteDialog } from './DeleteDialog';
import { EditorHeader } from './EditorHeader';
import { NoticeBox } from './NoticeBox';
import { ProblemSummary } from './ProblemSummary';
import { BlockedSection } from './sections/BlockedSection';
import { FieldsSection } from './sections/FieldsSection';
import { LockTypeSection } from './sections/LockTypeSection';
import { OpaqueSection } from './sections/OpaqueSection';
import { PeopleSection } from './sections/PeopleSection';

const ReviewDialog = later(async () => (await import('../features/review/ReviewDialog')).ReviewDialog);
const ConflictDialog = later(
  async () => (await import('../features/conflict/ConflictDialog')).ConflictDialog,
);
const ExplanationsSection = later(
  async () => (await import('../features/explanations/ExplanationsSection')).ExplanationsSection,
);

/** A module's configuration, every part of it. */
export function EditorView() {
  const { t } = useWords();
  const managed = useEditing(({ draft }) => draft.base?.systemDefined === true);
  return (
    <>
      {/* First: a dialog that closes gives the focus back before what it led to takes it. */}
      <Dialogs />
      <EditorHeader />
      {managed && <p class="notice info">{t('settings.systemDefinedHelp')}</p>}
      <ProblemSummary onJump={jump} />
      <NoticeBox />
      <LockTypeSection />
      <PeopleSection />
      <BlockedSection />
      <FieldsSection />
      <RulesSection />
      <OpaqueSection />
      <ExplanationsSection />
    </>
  );
}

/** What has to be answered before anything else. */
function Dialogs() {
  const { cancel } = useEditor().saving;
  const dialog = useEditing((editing) => editing.dialog);
  switch (dialog?.kind) {
    case 'review':
      return <ReviewDialog onCancel={cancel} />;
    case 'delete':
      return <DeleteDialog typed={dialog.typed} />;
    case 'conflict':
      return <ConflictDialog theirs={dialog.theirs} sent={dialog.sent} onCancel={cancel} />;
    default:
      return null;
  }
}

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
