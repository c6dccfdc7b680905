import type { Json } from './json';
import type { SandboxOptions } from './options';
import { copyState } from './org-state';
import { zohoTime } from './times';
import type {
  Button,
  Catalogue,
  Configuration,
  CrmRecord,
  Field,
  Lock,
  Module,
  Note,
  OrgKey,
  OrgState,
  Person,
  Profile,
  TimelineEntry,
} from './types';

/** One CRM organisation in memory: what is fixed, what changes, and the synchronous readings of both. */
export class Org {
  constructor(
    readonly catalogue: Catalogue,
    /** Replaced as a whole when a choice changes; read anew at every call. */
    public options: SandboxOptions,
    public state: OrgState,
  ) {}

  get key(): OrgKey {
    return this.options.orgKey ?? 'main';
  }

  now(): Date {
    return this.options.now?.() ?? new Date();
  }

  time(): string {
    return zohoTime(this.now());
  }

  get hasLocking(): boolean {
    return this.options.edition !== 'without-locking';
  }

  /** Remembers what is now; calling the answer goes back to it. */
  checkpoint(): () => void {
    const kept = copyState(this.state);
    return () => {
      this.state = kept;
    };
  }

  nextId(): string {
    this.state.counter += 3;
    return `${this.catalogue.prefix}${String(this.state.counter).padStart(12, '0')}`;
  }

  module(apiName: string): Module | undefined {
    return this.catalogue.modules.find((module) => module.api_name === apiName);
  }

  field(module: string, apiName: string): Field | undefined {
    return this.module(module)?.fields.find((field) => field.api_name === apiName);
  }

  profile(id: string): Profile | undefined {
    return this.catalogue.profiles.find((profile) => profile.id === id);
  }

  button(module: string, id: string): Button | undefined {
    return this.catalogue.buttons.find((button) => button.module === module && button.id === id);
  }

  users(): Person[] {
    return [...this.catalogue.people, ...this.catalogue.staff];
  }

  user(id: string): Person | undefined {
    return this.users().find((user) => user.id === id);
  }

  records(module: string): CrmRecord[] {
    return Object.values(this.state.records[module] ?? {});
  }

  record(module: string, id: string): CrmRecord | undefined {
    return this.state.records[module]?.[id];
  }

  /** Records are replaced, never changed in place: several sandboxes share the objects of one seed. */
  putRecord(module: string, record: CrmRecord): void {
    const records = this.state.records[module] ?? {};
    records[record.id] = record;
    this.state.records[module] = records;
  }

  /** The record whose name field reads exactly so; for tests and for the host page. */
  recordNamed(module: string, name: string): CrmRecord | undefined {
    const key = this.module(module)?.nameField ?? '';
    return this.records(module).find((record) => record[key] === name);
  }

  lockOf(module: string, id: string): Lock | undefined {
    return this.state.locks[module]?.[id];
  }

  locksOf(module: string): [recordId: string, lock: Lock][] {
    return Object.entries(this.state.locks[module] ?? {});
  }

  setLock(module: string, id: string, lock: Lock | null): void {
    const locks = this.state.locks[module] ?? {};
    if (lock) locks[id] = lock;
    else delete locks[id];
    this.state.locks[module] = locks;
  }

  notesOf(module: string, id: string): readonly Note[] {
    return this.state.notes[module]?.[id] ?? [];
  }

  addNote(module: string, id: string, note: Note): void {
    this.state.notes[module] = { ...this.state.notes[module], [id]: [...this.notesOf(module, id), note] };
  }

  /** What happened to a record, the oldest first. */
  timelineOf(module: string, id: string): readonly TimelineEntry[] {
    return this.state.timeline[module]?.[id] ?? [];
  }

  addToTimeline(module: string, id: string, entry: TimelineEntry): void {
    const entries = this.state.timeline[module] ?? {};
    entries[id] = [...this.timelineOf(module, id), entry];
    this.state.timeline[module] = entries;
  }

  configurationOf(module: string): Configuration | undefined {
    return this.state.configurations[module];
  }

  /** A field of a record as the API tells it: `Locked__s` follows from the locks. */
  value(module: string, record: CrmRecord, apiName: string): Json {
    if (apiName === 'Locked__s') return this.lockOf(module, record.id) !== undefined;
    return record[apiName] ?? null;
  }

  nameOf(module: string, record: CrmRecord): string {
    const name = record[this.module(module)?.nameField ?? ''];
    return typeof name === 'string' ? name : '';
  }
}
