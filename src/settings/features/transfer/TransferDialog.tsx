import '../../context/later-styles';
import { CopyDialog } from './CopyDialog';
import { ExportDialog } from './ExportDialog';
import { ImportDialog } from './ImportDialog';
import type { TransferProps, Transferring } from './transfer-ports';

/** The dialog for what is to be done with the configuration. */
export function TransferDialog({ what, ...props }: TransferProps & { readonly what: Transferring }) {
  switch (what) {
    case 'copy':
      return <CopyDialog {...props} />;
    case 'export':
      return <ExportDialog {...props} />;
    case 'import':
      return <ImportDialog {...props} />;
  }
}
