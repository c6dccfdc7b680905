/** The longest message or answer, in UTF-16 code units, as Zoho counts. */
export const MESSAGE_LIMIT = 1_000;

export type MessageProblem = 'empty' | 'tooLong';

/** A message as it is sent: without white space around it, and with plain ends of lines. */
export const cleanMessage = (text: string): string => text.replace(/\r\n?/g, '\n').trim();

export function messageProblem(text: string): MessageProblem | null {
  const { length } = cleanMessage(text);
  return length === 0 ? 'empty' : length > MESSAGE_LIMIT ? 'tooLong' : null;
}
