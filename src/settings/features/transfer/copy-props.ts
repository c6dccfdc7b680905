import type { CopyTarget } from './copy-state';
import type { Copying } from './create-copying';

/** What each step of copying gets. */
export interface CopyStepProps {
  readonly copying: Copying;
  readonly onCancel: () => void;
}

export interface CopyTargetsProps extends CopyStepProps {
  readonly targets: readonly CopyTarget[];
}
