import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';

export interface TokensProps {
  readonly labels: readonly string[];
  /** Small print of each, where there is some. */
  readonly hints?: readonly (string | undefined)[];
  readonly invalid?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  /** Name of the button that takes one out again. */
  removeText(label: string): string;
  onRemove(index: number): void;
  /** The field for more of them. */
  readonly children: ComponentChildren;
}

/** Chosen things as tokens before the field for more of them; it has the focus again when one was removed. */
export function Tokens({ labels, hints, invalid, disabled, removeText, onRemove, children }: TokensProps) {
  const box = useRef<HTMLDivElement>(null);
  return (
    <div class="tokens" ref={box} data-invalid={invalid || undefined} data-disabled={disabled || undefined}>
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
    </div>
  );
}
