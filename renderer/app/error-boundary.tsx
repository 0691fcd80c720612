// A screen that broke says so in words and leaves the rest of the window standing. Give it a key: another key is another try.
import { Component, type ErrorInfo, type ReactNode } from 'react'
import { dropAll } from '../api/queries.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'

export class ErrorBoundary extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state: { error: Error | null } = { error: null }

  static getDerivedStateFromError(error: unknown): { error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error(error, info.componentStack)
  }

  override render(): ReactNode {
    const { error } = this.state
    return error ? <Broken error={error} onAgain={() => {
      dropAll() // an answer that broke the screen would break it again
      this.setState({ error: null })
    }} /> : this.props.children
  }
}

function Broken({ error, onAgain }: { error: Error, onAgain: () => void }) {
  const say = useSay('frame')
  return (
    <div className="frame-page">
      <h1>{say('broken.title')}</h1>
      <Notice kind="error" act={<Button onPress={onAgain}>{say('broken.again')}</Button>}>
        <p>{say('broken.says')}</p>
        <details><summary>{say('broken.detail')}</summary><p>{error.message}</p></details>
      </Notice>
    </div>
  )
}
