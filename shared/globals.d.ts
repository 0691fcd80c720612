// What both runtimes (Node and the browser) give and the bare language library does not name.
declare const crypto: { getRandomValues<T extends Uint8Array>(array: T): T }
declare class TextEncoder { encode(text?: string): Uint8Array }
