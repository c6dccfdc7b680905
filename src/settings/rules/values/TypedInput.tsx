import { useState } from 'preact/hooks';

interface TypedInputProps {
  readonly id: string;
  readonly 'aria-label': string;
  readonly 'aria-invalid': true | undefined;
  readonly 'aria-describedby': string | undefined;
  readonly type?: 'text' | 'date' | 'datetime-local';
  readonly inputMode?: 'decimal' | undefined;
  /** The value as it is shown while nobody types. */
  readonly shown: string;
  onTyped(text: string): void;
}

/** A field that leaves what is being typed alone, and shows the value in its proper form when it is left. */
export function TypedInput({ shown, onTyped, type = 'text', ...input }: TypedInputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <input
      {...input}
      {...(type === 'text' && { dir: 'auto' })}
      type={type}
      autocomplete="off"
      value={typed ?? shown}
      onInput={({ currentTarget: { value } }) => {
        setTyped(value);
        onTyped(value);
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
