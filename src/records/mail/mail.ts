/** A name and address of a mail; the address in small letters. */
export type Address = { address: string; name?: string }

/** What kind of mail it is: written by a person, or by a program that has to say something. */
export type MailKind = 'mail' | 'bounce' | 'complaint' | 'auto-reply' | 'newsletter'

/** A file that came with a mail, named as the mail names it: that is no path yet, and may say anything. */
export type MailFile = { name: string; type: string; bytes: Uint8Array }

/** A mail as it was read; texts are tamed, and its body is what people see of it. */
export type Mail = {
  /** What tells it from all others, for everybody who has it: its Message-ID, else a hash of what it says. */
  id: string
  from?: Address
  to: Address[]
  cc: Address[]
  /** When it was sent, on the sender's clock: `2026-11-02T10:00+01:00`. */
  date?: string
  subject: string
  text: string
  kind: MailKind
  files: MailFile[]
  /** Pictures that belong to the layout, and are left out. */
  pictures: number
  /** Of a bounce: who did not get what we sent, and why. */
  failed: { address: string; status?: string; reason?: string }[]
  /** Why not all of it can be told in text, where that is so. */
  sealed?: string
}
