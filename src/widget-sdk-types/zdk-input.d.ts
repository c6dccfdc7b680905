/** A choice; both values must be unique in their list and not empty, at most 120 characters each. [file] */
export interface InputOption {
  actual_value: string;
  display_value: string;
}

/**
 * One field of `getInput`. A label has at most 30 characters. A default has at most 120 characters for `text`, 50 for `number`
 * and 2,000 for `textarea`; for a pick list it must be one of its actual values. A pick list has 1 to 2,000 options. What does
 * not fit makes the call reject. [file]
 */
export type InputField =
  | { type: 'text' | 'number' | 'textarea'; label?: string; default_value?: string }
  | { type: 'picklist'; label?: string; default_value?: string; list_options: InputOption[] }
  | { type: 'multiselectpicklist'; label?: string; default_value?: string[]; list_options: InputOption[] };

/** The answers of `getInput` in the order of its fields, numbers as text. [samples] */
export type InputAnswers = readonly (string | readonly string[])[];
