/** A person as a vCard tells them; a text is tamed and on one line, an address in small letters. */
export type Card = {
  name: string
  emails: string[]
  phones: string[]
  title?: string
  org?: string
  linkedin?: string
  role?: string
  tags: string[]
  uid?: string
}

/** What was read of a file of cards, and in a sentence each what could not be. */
export type Cards = { cards: Card[]; troubles: string[] }

/** Where the properties of our own stand in a vCard. */
export const ownProperty = { role: 'x-dossier-role', linkedin: 'linkedin' } as const
