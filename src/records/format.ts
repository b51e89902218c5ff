/** The newest format of a workspace's files that this program knows; the first is 1, and is meant where workspace.yaml says none. */
export const newestFormat: number = 1
