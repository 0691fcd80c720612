// Colour arithmetic for the token tests: OKLCH to linear sRGB, contrast, and the world without red and green.

export type Linear = [number, number, number]

export interface Oklch { l: number, c: number, h: number }

/** OKLCH to linear sRGB (Ottosson 2020), clipped to the screen's gamut as a browser would nearly do. */
export function toLinear({ l, c, h }: Oklch): Linear {
  const a = c * Math.cos(h * Math.PI / 180)
  const b = c * Math.sin(h * Math.PI / 180)
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const middle = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3
  return clip([
    4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short
  ])
}

export function contrast(one: Oklch, other: Oklch): number {
  const [dark, light] = [luminance(toLinear(one)), luminance(toLinear(other))].sort((a, b) => a - b) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** Distance in OKLab as seen with deuteranopia (Machado, Oliveira and Fernandes 2009, severity 1). */
export function deuteranopicDistance(one: Oklch, other: Oklch): number {
  const [p, q] = [toOklab(deuteranopic(toLinear(one))), toOklab(deuteranopic(toLinear(other)))]
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2])
}

function deuteranopic([r, g, b]: Linear): Linear {
  return clip([
    0.367322 * r + 0.860646 * g - 0.227968 * b,
    0.280085 * r + 0.672501 * g + 0.047413 * b,
    -0.01182 * r + 0.04294 * g + 0.968881 * b
  ])
}

function toOklab([r, g, b]: Linear): Linear {
  const long = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const middle = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const short = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short,
    1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short,
    0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short
  ]
}

const luminance = ([r, g, b]: Linear) => 0.2126 * r + 0.7152 * g + 0.0722 * b
const clip = (colour: Linear) => colour.map(part => Math.max(0, Math.min(1, part))) as Linear

/** `share` (0–1) of the second colour in the first, mixed in OKLab as CSS color-mix does. */
export function mix(one: Oklch, other: Oklch, share: number): Oklch {
  const [p, q] = [one, other].map(({ l, c, h }) => [l, c * Math.cos(h * Math.PI / 180), c * Math.sin(h * Math.PI / 180)] as Linear) as [Linear, Linear]
  const [l, a, b] = p.map((part, at) => part + (q[at]! - part) * share) as Linear
  return { l, c: Math.hypot(a, b), h: Math.atan2(b, a) * 180 / Math.PI }
}
