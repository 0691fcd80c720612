// The teller's voice, small and big.
import { useState } from 'react'
import { AnswerPicture, type AskedQuestion } from '../charts/answer-picture.tsx'
import { Bars } from '../charts/bars.tsx'
import { heatShade } from '../charts/heat-shade.ts'
import { Histogram } from '../charts/histogram.tsx'
import { Triad } from '../charts/triad.tsx'
import { countBins, equalBins, NEAREST_TENS } from '../../shared/signifier/bins.ts'
import type { TriadShares, TriadZone } from '../../shared/signifier/triad.ts'
import { Part } from './part.tsx'

const question = (kind: AskedQuestion['kind'], more: Partial<AskedQuestion> = {}): AskedQuestion => ({ kind, options: [], anchors: [], stones: [], ...more })
const likert = question('likert', { options: ['zeer ontevreden', 'ontevreden', 'neutraal', 'tevreden', 'zeer tevreden'].map((name, at) => ({ id: `o${at}`, name })) })
/** The same steps, asked from the other end. */
const bestFirst = { ...likert, options: likert.options.toReversed(), highLast: false }
const triad = question('triad', { anchors: ['wat het gezin zelf wilde', 'wat de professional nodig vond', 'wat het netwerk (familie, buren, school) kon doen'] })
const slider = question('slider', { anchors: ['ik had helemaal niets te zeggen', 'ik besliste alles zelf'] })
const stones = question('stones', { anchors: ['slecht ervaren', 'goed ervaren', 'onbelangrijk', 'belangrijk'], stones: ['klik', 'passende hulp', 'dichtbij', 'één plan'].map((name, at) => ({ id: `s${at}`, name })) })
const flat = question('stones', { anchors: ['minst belangrijk', 'meest belangrijk'], stones: ['school', 'familie', 'buren'].map((name, at) => ({ id: `s${at}`, name })) })
const multi = question('multi', { options: ['sociaal netwerk', 'gespecialiseerde hulp', 'basisvoorzieningen', 'zonder ondersteuning verder'].map((name, at) => ({ id: `o${at}`, name })) })

/** A steady stream of numbers 0–1, so that the page looks the same each time. */
function stream(seed: number): () => number {
  let state = seed
  return () => (state = (state * 16807) % 2147483647) / 2147483647
}

const next = stream(7)
const scores = Array.from({ length: 98 }, () => Math.round(100 * next() ** 0.6))
const dots = Array.from({ length: 98 }, (_, at) => {
  const [a, b, c] = [next() * 1.4, next(), next() * 0.5]
  const sum = a + b + c
  return { id: `${at}`, shares: [a / sum * 100, b / sum * 100, c / sum * 100] as TriadShares }
})
const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length

export function ChartsSheet() {
  const [zones, setZones] = useState<Set<TriadZone>>(new Set(['topLeft']))
  const [bars, setBars] = useState<Set<number>>(new Set([9]))
  const [rows, setRows] = useState<Set<string>>(new Set(['o1']))
  return (
    <div className="gallery-sheet">
      <Part name="Antwoorden, klein">
        <AnswerPicture signifier={triad} value={{ is: 'triad', shares: [55, 30, 15] }} />
        <AnswerPicture signifier={slider} value={{ is: 'number', value: 78.5 }} />
        <AnswerPicture signifier={likert} value={{ is: 'option', option: 'o3' }} />
        <AnswerPicture signifier={bestFirst} value={{ is: 'option', option: 'o3' }} />
      </Part>
      <Part name="Antwoorden, klein">
        <AnswerPicture signifier={stones} value={{ is: 'stones', places: [{ stone: 's0', x: 90, y: 95 }, { stone: 's1', x: 40, y: 88 }, { stone: 's2', x: 70, y: 30 }] }} />
        <AnswerPicture signifier={flat} value={{ is: 'stones', places: [{ stone: 's0', x: 83, y: null }, { stone: 's1', x: 30, y: null }] }} />
        <AnswerPicture signifier={multi} value={{ is: 'options', options: ['o0', 'o3'] }} />
        <AnswerPicture signifier={slider} value={{ is: 'na' }} />
        <AnswerPicture signifier={question('date')} value={{ is: 'date', day: '2024-03-21' }} />
      </Part>
      <Part name="Hoeveel invloed had u op de hulp?">
        <Histogram label="Hoeveel invloed had u op de hulp?" counts={countBins(NEAREST_TENS, scores)} anchors={slider.anchors} mean={mean} selected={bars} onSelect={bin => setBars(new Set([bin]))} />
      </Part>
      <Part name="In vijf gelijke klassen">
        <Histogram label="Hoeveel invloed had u op de hulp?" bins={equalBins(20)} counts={countBins(equalBins(20), scores)} anchors={slider.anchors} mean={mean} />
      </Part>
      <Part name="Het plan kwam van">
        <Triad label="Het plan kwam van" anchors={triad.anchors} answers={dots} mean={[45, 35, 20]} showZones selected={zones} onSelect={zone => setZones(new Set([zone]))} />
      </Part>
      <Part name="Hoe verder?">
        <Bars label="Hoe verder?" selected={rows} onSelect={id => setRows(new Set([id]))} rows={multi.options.map((option, at) => ({ ...option, count: [28, 25, 19, 6][at]!, percent: [29, 26, 19, 6][at]! }))} />
      </Part>
      <Part name="Tinten van een kruistabel">
        <table><tbody><tr>{[0, 0.1, 0.25, 0.5, 0.75, 1].map(share => <td key={share} style={{ background: heatShade(share), padding: '8px 14px' }}>{Math.round(share * 40)}</td>)}</tr></tbody></table>
      </Part>
    </div>
  )
}
