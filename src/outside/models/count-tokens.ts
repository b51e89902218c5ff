/** Asks the provider of a model how many tokens a text is. Throws a Failure (exit 5) when the service fails. */
export type CountTokens = (text: string) => Promise<number>
