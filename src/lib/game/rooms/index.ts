export { rooms } from '../../host/rooms/index.ts';
export { Classroom } from './classroom.svelte.ts';
export { Entrance } from './entrance.svelte.ts';
export { HostDesk, type HostStanding } from './host-desk.svelte.ts';
export { RoomLink, type Connection } from './link.svelte.ts';
export { TeamGame } from './team-game.svelte.ts';
