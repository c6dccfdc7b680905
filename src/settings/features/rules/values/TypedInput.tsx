import type { TargetedInputEvent } from 'preact';
import { useState } from 'preact/hooks';

interface TypedInputProps {
  readonly id: string;
  readonly 'aria-label': string;
  readonly 'aria-invalid': true | undefined;
  readonly 'aria-describedby': string | undefined;
  readonly type?: 'text' | 'date' | 'datetime-local';
  /** The value as it is shown while nobody types. */
  readonly shown: string;
  onTyped(text: string): void;
}

/** A field that leaves what is being typed alone, and shows the value in its proper form when it is left. */
export function TypedInput({ shown, onTyped, type = 'text', ...input }: TypedInputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const common = {
    ...input,
    autocomplete: 'off',
    value: typed ?? shown,
    onInput: ({ currentTarget: { value } }: TargetedInputEvent<HTMLInputElement>) => {
      setTyped(value);
      onTyped(value);
    },
    onBlur: () => setTyped(null),
  } as const;
  return type === 'text' ? <input {...common} type="text" /> : <input {...common} type={type} />;
}
