// What on a card can hurt who reads it. People decide; the words here only ask them to look.
import { z } from 'zod'

export const Trigger = z.enum(['violence', 'abuse', 'suicide', 'loss', 'addiction'])
export type Trigger = z.infer<typeof Trigger>

/** Beginnings of words, Dutch and English, letter case aside. */
const SIGNS: Record<Trigger, RegExp> = {
  violence: /\b(geweld|geslagen|sloeg|slaan|klappen|mishandel|bedreig|mes\b|vuist|schop(te|pen)|violen|beaten|beat me|hit me|threaten)/iu,
  abuse: /\b(misbruik|verkracht|aangerand|aanranding|seksueel|ongewenst aangeraakt|loverboy|abuse|rape|assault)/iu,
  suicide: /\b(suïcid|suicid|zelfmoord|zelfdoding|dood wil|niet meer (willen )?leven|snij(d|dt|den) (zichzelf|mezelf|mijzelf|me)|(zichzelf|mezelf|mijzelf) (te |in de armen )?(snijd|sneed|pijn (doen|deed))|zelfbeschadig|self-harm|kill (my|him|her)self)/iu,
  loss: /\b(overleden|overleed|overlijden|begraf|begrafenis|crematie|miskraam|uithuisgeplaatst|uit huis geplaatst|died|funeral|miscarriage)/iu,
  addiction: /\b(verslaaf|verslaving|drugs|alcohol|dronken|coke|blowen|gokken|gokschuld|addict|drunk)/iu
}

/** Which of them the words point at. */
export const triggersIn = (words: string): Trigger[] => Trigger.options.filter((trigger) => SIGNS[trigger].test(words))
