// Figures for who wants to know exactly: each opens into a sentence on what it is.
export interface Figure { name: string, value: string, says: string }

export function Figures({ title, figures }: { title: string, figures: readonly Figure[] }) {
  return (
    <details>
      <summary>{title}</summary>
      <div className="crosstab-figures">
        {figures.map(({ name, value, says }) => (
          <details key={name}>
            <summary><span>{name}</span> <span className="crosstab-figure-value">{value}</span></summary>
            <p className="ui-hint">{says}</p>
          </details>
        ))}
      </div>
    </details>
  )
}
