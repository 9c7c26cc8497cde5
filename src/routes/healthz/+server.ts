/** Whether this process is alive at all. */
export const prerender = false;

export const GET = (): Response => new Response('ok\n', { headers: { 'cache-control': 'no-store' } });
