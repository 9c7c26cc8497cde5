export { rooms, type Rooms } from './api.ts';
export { CLIENT_CODES, isPassing, type ClientCode } from './ask.ts';
export { followRoom, type StreamListener } from './stream.ts';
