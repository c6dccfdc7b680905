import type { ExportedConfiguration } from '../../locking/configuration-export';
import type { CarryProps } from './carry-props';
import type { CopyTarget } from './copy-state';
import type { Copying } from './create-copying';

/** What each step of copying gets. */
export interface CopyStepProps extends Omit<CarryProps, 'state'> {
  readonly copying: Copying;
  readonly exported: ExportedConfiguration;
}

export interface CopyTargetsProps extends CopyStepProps {
  readonly targets: readonly CopyTarget[];
}
