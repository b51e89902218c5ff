type Updated = { files: number; read: number; gone: number; texts: number; bytes: number }

/** What an update of the index came to. */
export const sayUpdated = ({ files, read, gone, texts, bytes }: Updated): string =>
  `${files} files are in the index; ${read} were read${gone > 0 ? `, ${gone} forgotten` : ''}. It knows ${texts} texts and takes ${(bytes / 1e6).toFixed(1)} MB.`
