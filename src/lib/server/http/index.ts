export { MAX_BODY, readJson } from './body.ts';
export { cookieOptions, type CookieOptions } from './cookies.ts';
export { HTTP_CODES, refuseHttp, statusOf, type HttpCode } from './faults.ts';
export { FailureLimit, KnownRooms, type LimitOptions } from './limits.ts';
export { isForeign } from './origin.ts';
