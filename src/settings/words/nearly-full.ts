/** Whether a limit is near enough to be told: before that, "2 of 15" reads like a total. */
export const nearlyFull = (count: number, limit: number): boolean => count >= limit - 2;
