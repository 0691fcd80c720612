// How often codes may be tried: a code has forty bits, and guessing must stay hopeless.

export type Limiter = { /** May this address try now? */ allows(address: string): boolean; /** It tried and failed. */ failed(address: string): void }

const MINUTE = 60_000

export function createLimiter({ each = 5, all = 40, now = Date.now } = {}): Limiter {
  let tries: { address: string; at: number }[] = []
  const recent = (): typeof tries => (tries = tries.filter(({ at }) => Math.abs(now() - at) < MINUTE))
  return {
    allows: (address) => recent().length < all && tries.filter((one) => one.address === address).length < each,
    failed(address) { recent().push({ address, at: now() }) }
  }
}
