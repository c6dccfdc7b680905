import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

export interface TokensProps {
  readonly labels: readonly string[];
  /** Small print of each, where there is some. */
  readonly hints?: readonly (string | undefined)[];
  readonly invalid?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  /** Name of the button that takes one out again. */
  removeText(label: string): string;
  /** What is said when one was added or removed. */
  changeText(label: string, added: boolean): string;
  onRemove(index: number): void;
  /** The field for more of them. */
  readonly children: ComponentChildren;
}

/** Chosen things as tokens before the field for more of them; it has the focus again when one was removed. */
export function Tokens(props: TokensProps) {
  const { labels, hints, invalid, disabled, removeText, onRemove, children } = props;
  const box = useRef<HTMLDivElement>(null);
  const before = useRef(labels);
  const [focused, setFocused] = useState(false);
  const [said, setSaid] = useState('');
  useEffect(() => {
    const old = before.current;
    before.current = labels;
    // What comes from elsewhere, like discarding all changes, is told there.
    if (!box.current?.contains(document.activeElement)) return;
    const added = labels.find((label) => !old.includes(label));
    const removed = old.find((label) => !labels.includes(label));
    const changed = added ?? removed;
    if (changed !== undefined && Math.abs(labels.length - old.length) === 1)
      setSaid(props.changeText(changed, added !== undefined));
  });
  return (
    <div
      class="tokens"
      ref={box}
      data-invalid={invalid || undefined}
      data-disabled={disabled || undefined}
      onFocusIn={() => setFocused(true)}
      onFocusOut={() => {
        setFocused(false);
        setSaid('');
      }}
    >
      {labels.length > 0 && (
        <ul>
          {labels.map((label, i) => (
            // By place: data from elsewhere may name one thing twice.
            <li key={i} title={hints?.[i]}>
              <bdi class="token-label">{label}</bdi>
              {!disabled && (
                <button
                  type="button"
                  aria-label={removeText(label)}
                  onClick={() => {
                    onRemove(i);
                    box.current?.querySelector('input')?.focus();
                  }}
                >
                  ×
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {children}
      {focused && (
        <span class="unseen" aria-live="polite">
          {said}
        </span>
      )}
    </div>
  );
}
