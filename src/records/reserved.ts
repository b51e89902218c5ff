/** Folders under customers/ that belong to nobody (model.md, Records). */
export const ownerless = ['templates', 'workflows', 'prospects']

/** Folders under customers/ that are no customers; `_unassigned` holds records all the same. */
export const reserved = [...ownerless, '_unassigned']
