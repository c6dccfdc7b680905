import type { CopyTarget } from './copy-state';
import type { Copying } from './create-copying';
import type { TransferProps } from './transfer-ports';

/** What each step of copying gets. */
export interface CopyStepProps extends TransferProps {
  readonly copying: Copying;
}

export interface CopyTargetsProps extends CopyStepProps {
  readonly targets: readonly CopyTarget[];
}
