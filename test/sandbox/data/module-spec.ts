import type { FieldSpec } from './field-kinds';

/** A module before it has ids. */
export interface ModuleSpec {
  readonly name: string;
  readonly id: number;
  readonly singular: string;
  readonly plural: string;
  readonly nameField: string;
  readonly custom?: boolean;
  /** False for Campaigns, Calls and modules that extensions make. */
  readonly locking: boolean;
  readonly mail: boolean;
  readonly fields: readonly FieldSpec[];
}
