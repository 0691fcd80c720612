// Goes through the host's door as a browser does: the one-time ticket in the address is swapped for a cookie.

/** The window's page behind an address with a ticket. */
export async function enter(url: string): Promise<Response> {
  const door = await fetch(url, { redirect: 'manual' })
  const cookie = door.headers.get('set-cookie')?.split(';')[0]
  if (door.status !== 303 || !cookie) throw new Error(`The door answered ${door.status}: ${await door.text()}`)
  return fetch(new URL(door.headers.get('location') ?? '/', url), { headers: { cookie } })
}
