/** A name inside a sentence: whichever way it is written, what stands around it stays where it is. */
export const isolated = (name: string): string => `\u2068${name}\u2069`;
