import { useEditing, useEditor } from '../context/editor';
import { later } from '../context/later';
import { useWords } from '../context/words';
import { elementIdOf, type PlacedProblem } from '../editing/placed-problem';
import type { Versions } from '../editing/versions';
import { EarlierVersionsButton } from '../features/earlier-versions/EarlierVersionsButton';
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

const Findings = later(async () => (await import('../features/findings/Findings')).Findings);
const StartFrom = later(async () => (await import('../features/starting-points/StartFrom')).StartFrom);
const TestRecord = later(async () => (await import('../features/test-record/TestRecord')).TestRecord);

interface EditorViewProps {
  /** Null: it is not known whose they would be. */
  readonly versions: Versions | null;
}

/** A module's configuration, every part of it. */
export function EditorView({ versions }: EditorViewProps) {
  const { t } = useWords();
  const fresh = useEditing(({ draft }) => draft.base === null);
  const managed = useEditing(({ draft }) => draft.base?.systemDefined === true);
  return (
    <>
      {/* First: a dialog that closes gives the focus back before what it led to takes it. */}
      <Dialogs />
      <EditorHeader />
      {versions && (
        <div class="row versions-row">
          <EarlierVersionsButton versions={versions} />
        </div>
      )}
      {managed && <p class="notice info">{t('settings.systemDefinedHelp')}</p>}
      <ProblemSummary onJump={jump} />
      <NoticeBox />
      <Findings onJump={(place) => jump({ place, elementId: elementIdOf(place) })} />
      {fresh && <StartFrom />}
      <LockTypeSection />
      <PeopleSection />
      <BlockedSection />
      <FieldsSection />
      <RulesSection />
      <TestRecord />
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
function jump({ elementId, place }: Pick<PlacedProblem, 'elementId' | 'place'>): void {
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
