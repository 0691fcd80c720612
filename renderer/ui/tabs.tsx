// A few faces of one thing, one at a time.
import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs, type Key } from 'react-aria-components'
import { classNames } from './class-names.ts'

export interface TabFace<Id extends string> {
  id: Id
  name: string
  /** Stands above the name, with the count beside it: for a narrow row. */
  icon?: ReactNode
  /** Drawn quietly behind the name. */
  count?: number
  /** Something new stands there: a quiet dot, and these words for it. */
  news?: string
  content: ReactNode
}

export interface TabsProps<Id extends string> {
  label: string
  tabs: readonly TabFace<Id>[]
  value?: Id
  onChange?: (id: Id) => void
  className?: string
}

export function Tabs<Id extends string>({ label, tabs, value, onChange, className }: TabsProps<Id>) {
  return (
    <AriaTabs selectedKey={value} onSelectionChange={(key: Key) => onChange?.(key as Id)} className={classNames('ui-tabs', className)}>
      <TabList aria-label={label} className="ui-tab-list">
        {tabs.map(tab => (
          <Tab key={tab.id} id={tab.id} className={classNames('ui-tab', tab.icon !== undefined && 'is-stacked')}>
            {tab.name}
            <span className="ui-tab-more">
              {tab.icon}{tab.count !== undefined && <span className="ui-count">{tab.count}</span>}
              {tab.news && <span className="ui-news" title={tab.news}><span className="only-read-aloud">, {tab.news}</span></span>}
            </span>
          </Tab>
        ))}
      </TabList>
      {tabs.map(tab => <TabPanel key={tab.id} id={tab.id} className="ui-tab-panel">{tab.content}</TabPanel>)}
    </AriaTabs>
  )
}
