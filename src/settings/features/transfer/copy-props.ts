import type { ExportedConfiguration } from '../../../locking/transfer/export/export-configuration';
import type { CopyTarget } from './copy-state';
import type { Copying } from './create-copying';
import type { TransferProps } from './transfer-props';

/** What each step of copying gets. */
export interface CopyStepProps extends Omit<TransferProps, 'state'> {
  readonly copying: Copying;
  readonly exported: ExportedConfiguration;
}

export interface CopyTargetsProps extends CopyStepProps {
  readonly targets: readonly CopyTarget[];
}
