// M40: what each theme of the team rests on, as its sheet tells it.
import type { Figures, Study } from './study.ts'

export async function themeFigures(study: Study): Promise<Figures> {
  const found: Figures = {}
  for (const { id, name } of await study.call('theme.names', {})) {
    const { supports, contradicts, groups } = await study.call('theme.evidence', { theme: id, layer: { is: 'consensus' } })
    const families = groups.find(({ group }) => group === study.groups.get('Gezinnen'))!
    found[`M40 ${name}: fragmenten, coderingen, verhalen, daarvan gezinnen; ertegen: fragmenten, verhalen`] =
      [supports.fragments, supports.codings, supports.stories, families.supports, contradicts.fragments, contradicts.stories]
    // The stories that speak for it, as a filter picks them, are those that its row of the cross-table counts.
    const { total } = await study.call('story.list', { filter: { themes: [id], layer: { is: 'consensus' } }, limit: 1 })
    const { rows } = await study.call('crosstab.table', { rows: [{ theme: id }], columns: { is: 'group' }, layer: { is: 'consensus' }, tests: false })
    found[`M40 ${name}: verhalen als filter en in de kruistabel`] = [total, rows[0]!.total.with]
  }
  return found
}
