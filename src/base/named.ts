/** A profile, button, user, role, group or record as lists and pickers show it. */
export interface Named {
  readonly id: string;
  readonly name: string;
}
