import { useLayoutEffect } from 'preact/hooks';
import { useStore } from '../../ui/use-store';
import { useWords } from '../context/words';
import { openRow } from '../editing/page-state';
import type { Page } from '../editing/page-store';
import type { OpenEditor } from '../editor/open-editor';
import { OverviewPage } from '../features/overview/OverviewPage';
import type { OverviewPorts } from '../features/overview/overview-ports';
import { BackupButtons } from '../features/transfer/backup/BackupButtons';
import type { BackupPorts } from '../features/transfer/backup/backup-ports';
import { errorText } from '../words/error-text';
import type { EditorSession } from './editor-session';
import { Message } from './Message';
import { Waiting } from './Waiting';

interface PaneProps {
  readonly page: Page;
  readonly session: EditorSession;
  readonly overview: OverviewPorts;
  readonly backup: BackupPorts;
}

/** The place beside the list: the overview, the open module's editor, or what is the matter with it. */
export function Pane({ page, session, overview, backup }: PaneProps) {
  const { t } = useWords();
  const state = useStore(session.state, (session) => session);
  const label = useStore(page.state, (shown) => openRow(shown)?.label ?? '');
  switch (state.kind) {
    case 'none':
      return <OverviewPage ports={overview} tools={<BackupButtons ports={backup} />} />;
    case 'loading':
      return <Waiting label={label} slow={false} />;
    case 'failed':
      return (
        <Message title={label} retry={session.retry}>
          {t('common.partFailed')}
        </Message>
      );
    case 'open':
      return <Opened key={state.module} editor={state.editor} label={label} chosen={state.chosen} />;
  }
}

interface OpenedProps {
  readonly editor: OpenEditor;
  readonly label: string;
  /** Somebody chose the module: its heading takes the focus when it can be edited. */
  readonly chosen: boolean;
}

function Opened({ editor, label, chosen }: OpenedProps) {
  const words = useWords();
  const opening = useStore(editor.opening, (now) => now);
  const open = opening.kind === 'open';
  useLayoutEffect(() => {
    if (open && chosen) document.querySelector<HTMLElement>('main h1')?.focus();
  }, [open]);
  const { View } = editor;
  if (open) return <View />;
  return opening.kind === 'loading' ? (
    <Waiting label={label} slow={opening.slow} />
  ) : (
    <Message title={label} retry={editor.retry} busy={opening.busy}>
      {errorText(words, opening.error)}
    </Message>
  );
}
