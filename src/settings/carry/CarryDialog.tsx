import type { Carrying } from './CarryButtons';
import { CopyDialog } from './CopyDialog';
import type { CarryProps } from './carry-props';
import { ExportDialog } from './ExportDialog';
import { ImportDialog } from './ImportDialog';

/** The dialog for what is to be done with the configuration. */
export function CarryDialog({ what, ...props }: CarryProps & { readonly what: Carrying }) {
  switch (what) {
    case 'copy':
      return <CopyDialog {...props} />;
    case 'export':
      return <ExportDialog {...props} />;
    case 'import':
      return <ImportDialog {...props} />;
  }
}
