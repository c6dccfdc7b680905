/** Characters that names of the usual length stay below: they are in sight, and a tooltip would only say them twice. */
const LONG = 100;

/** The tooltip of a name that its place may cut; none where it is short. */
export const wholeText = (name: string): string | undefined => (name.length > LONG ? name : undefined);
