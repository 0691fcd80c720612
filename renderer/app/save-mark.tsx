// "● bewaard": whether all is saved, said truthfully; pressed, it explains.
import { useEffect, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { useConnection, type SaveState } from '../api/connection.ts'
import { useRead } from '../api/hooks.ts'
import { useGuest } from '../api/lan.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { Popover } from '../ui/popover.tsx'
import { SaveTeam, useTeamMark } from './save-team.tsx'
import { useTeamFaults } from './team-faults.ts'

/** The mark changes at once; the word waits this long, so that it does not flicker with every coding. */
const PATIENCE = 250

export function SaveMark({ path }: { path: string }) {
  const say = useSay('frame')
  const lan = useSay('lan')
  const team = useSay('team')
  const guest = useGuest()
  const { state: connected, waiting, savedAt } = useConnection()
  const isReadOnly = useRead('project.read', {}).data?.readonly ?? false
  const state = connected === 'saved' && isReadOnly ? 'readonly' : connected
  const word = useSettled(state)
  const mark = useTeamMark()
  // How a host shares on is not a guest's to know: with the host it is saved.
  const sharing = guest === null && word === 'saved' ? mark : null
  const hasFaults = useTeamFaults().length > 0 && guest === null
  const isAway = state === 'offline' || state === 'stranger'
  const { second } = useFormats()
  return (
    <>
      <Popover
        label={say('save.title')} placement="bottom end"
        trigger={
          <AriaButton className="frame-save" data-state={state === 'saved' ? sharing ?? state : state} data-attention={hasFaults || undefined}>
            <span className="frame-save-dot" aria-hidden />
            <span className="frame-save-word">{sharing ? team(sharing) : say(word === 'stranger' ? 'save.offline' : `save.${word}`)}{sharing && sharing !== 'unshared' && hasFaults && ` · ${team('attention')}`}{isAway && waiting > 0 && ` · ${say('save.waitingShort', { count: waiting })}`}</span>
          </AriaButton>
        }
      >
        <div className="frame-save-more">
          <h2>{say('save.title')}</h2>
          <p>{sharing && state === 'saved' ? team(`${sharing}.more`) : say(`save.${state}.more`)}</p>
          {waiting > 0 && <p>{say('save.waiting', { count: waiting })}</p>}
          {guest === null && <SaveTeam />}
          {savedAt !== null && <p>{say('save.last', { time: second(savedAt) })}</p>}
          <p className="frame-path">{guest ? lan('at', { name: guest.host }) : mark ? team('file', { path }) : say('save.where', { path })}</p>
        </div>
      </Popover>
      <LostAndFound state={word} />
    </>
  )
}

type Shown = SaveState | 'readonly'

function useSettled(state: Shown): Shown {
  const [settled, setSettled] = useState(state)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(state), state === 'busy' ? PATIENCE : 0)
    return () => clearTimeout(timer)
  }, [state])
  return settled
}

/** Losing and finding the connection is said aloud; every saved change is not. */
function LostAndFound({ state }: { state: Shown }) {
  const say = useSay('frame')
  const [wasLost, setWasLost] = useState(false)
  const isLost = state === 'offline' || state === 'stranger'
  useEffect(() => { if (isLost) setWasLost(true) }, [isLost])
  const words = isLost ? say('save.lost') : wasLost ? say('save.found') : ''
  return <p role="status" className="only-read-aloud">{words}</p>
}
