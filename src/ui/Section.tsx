import type { ComponentChildren } from 'preact';

interface SectionFrameProps {
  /** Names the section and, with `-title`, its heading. */
  readonly id: string;
  readonly title: string;
  readonly help?: ComponentChildren;
  /** At the end of the heading's line, e.g. "2 of 15". */
  readonly count?: string | undefined;
  readonly children: ComponentChildren;
}

/** One part of the editor: a heading, a line of help, and its controls. */
export function Section({ id, title, help, count, children }: SectionFrameProps) {
  return (
    <section class="part" aria-labelledby={`${id}-title`}>
      <header>
        <h2 id={`${id}-title`}>{title}</h2>
        {count && <span class="muted count">{count}</span>}
      </header>
      {help && (
        <p class="muted help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {children}
    </section>
  );
}
