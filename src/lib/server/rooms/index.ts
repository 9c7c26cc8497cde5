export { COOKIE_DAYS, type Who } from './access.ts';
export type { Send } from './channel.ts';
export type { MadeRoom, ShippedText } from './create.ts';
export type { CameIn } from './door.ts';
export { readHandIn } from './hand-in.ts';
export { Rooms, type RoomsOptions } from './rooms.ts';
export { setupToken, type SetupToken } from './setup.ts';
export { csvText, xlsxFile } from './after/sheets.ts';
export type { Gradebook, Heading } from './after/gradebook.ts';
