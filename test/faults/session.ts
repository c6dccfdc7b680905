import type { Sandbox } from '../sandbox/api/sandbox';
import { type CallName, callName } from './catalogue';
import type { FaultyLine, WireCall } from './faulty-line';

/** A person at one of the pages, about to do something that makes a certain call. */
export interface Session {
  readonly sandbox: Sandbox;
  readonly line: FaultyLine;
  /** What the person does; `settled` in between where a page asks something back. */
  act(): Promise<void> | void;
  /** What an impatient person does while the reply is out. */
  goOn(): Promise<void> | void;
  /** After the fault has ended: the ways out that the page offers, tried like a person would. */
  retry(): Promise<void>;
  /** Everything that the page says and that is not so, in words; `forbidden`: the CRM has refused this user. */
  lies(forbidden: boolean): string[] | Promise<string[]>;
  /** What was typed and can be found nowhere any more. */
  lost(): string[];
  /** What is still not as it was wanted at the end. */
  missing(): string[] | Promise<string[]>;
  /** How often the person has asked for a write. */
  asked(): number;
  /** How many writes have to have an effect in the end; one where nothing is said. */
  readonly effects?: number;
  /** A write that the CRM's limit refused is sent again by itself. */
  readonly resends?: true;
  /** Doing it twice is doing it once: pressing again after a failure is no harm. */
  readonly repeatable?: true;
}

/** One place of a page that makes a call. */
export interface Site {
  readonly page: 'record' | 'records' | 'settings';
  /** As the table names it. */
  readonly name: string;
  /** The call's form in the catalogue. */
  readonly call: CallName;
  /** Which of the calls of that form since the action began, from 1. */
  readonly nth?: number;
  /** Only those calls count that fit besides. */
  readonly only?: (call: WireCall) => boolean;
  readonly start: () => Promise<Session>;
}

/** Whether a call is the one that a site means. */
export const isCallOf =
  ({ call, only }: Site) =>
  (sent: WireCall): boolean =>
    callName(sent.method, sent.path) === call && (only?.(sent) ?? true);
